import { expect, test } from "vitest"
import { isCreditCode } from "@/lib/platform/screening/checksums"
import { plainCode } from "./credit-code"
import { coreOf, nameKeyOf } from "./likeness"

test("a credit code's last sign fits the others, and no letter is mistaken for a figure", () => {
  for (const code of ["91330100799655058B", "91350100M000100Y43", "91310000MA1FL0N91A"])
    expect(isCreditCode(code), code).toBe(code !== "91310000MA1FL0N91A")
  expect(isCreditCode("91330100799655058C")).toBe(false)
  expect(isCreditCode("9133010079965505BB")).toBe(false)
  expect(isCreditCode("9133010079965505")).toBe(false)
  expect(isCreditCode("91330100799655O58B")).toBe(false)
  expect(isCreditCode(plainCode(" ９１330100-799655058b "))).toBe(true)
})

test("of a wrong figure and of two exchanged ones the code tells", () => {
  const code = "91350100M000100Y43"
  for (let at = 0; at < code.length; at++) {
    const other = code[at] === "7" ? "8" : "7"
    expect(isCreditCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false)
  }
})

test("a company is known without its form and its place", () => {
  const same = [
    "杭州远山科技有限公司",
    "远山科技",
    "远山科技（杭州）有限公司",
    "浙江远山科技股份有限公司",
    " 远山 科技有限责任公司 ",
    "杭州市远山科技有限公司",
  ]
  for (const name of same) expect(nameKeyOf(name), name).toBe("远山科技")
  expect(nameKeyOf("Northwind Trading Co., Ltd.")).toBe(nameKeyOf("northwind trading"))
  expect(nameKeyOf("远水科技有限公司")).not.toBe("远山科技")
})

test("a name that is only a place or a trade keeps it", () => {
  expect(nameKeyOf("北京公司")).toBe("北京")
  expect(nameKeyOf("有限公司")).not.toBe("")
  expect(coreOf("远山科技")).toBe("远山")
  expect(coreOf("新科技")).toBe("新科技")
})
