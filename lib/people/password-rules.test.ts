import { expect, test } from "vitest"
import { commonPasswords } from "@/lib/people/common-passwords"
import { checkPassword } from "@/lib/people/password-rules"
import type { PasswordOwner } from "@/lib/people/personal-parts"

const linMo: PasswordOwner = {
  name: "林默",
  staffNo: "Q001",
  email: "lin.mo@qibu.example",
  phone: "13010203040",
  birthday: "1978-05-12",
}
const alone = { hasSecondFactor: false }
const check = (password: string, person = linMo) => checkPassword(password, person, alone)
const partOf = (password: string, code: string, person = linMo) =>
  check(password, person).flatMap((each) => (each.code === code && "part" in each ? each.part : []))

test("four unrelated words are a good password, in either language", () => {
  expect(check("correct-gravel-umbrella-tin")).toEqual([])
  expect(check("窗外的雨和旧书店的猫在打盹")).toEqual([])
  expect(check("Vt7#pqLw90!xRe")).toEqual([])
})

test("twelve characters, or eight with a second factor", () => {
  expect(check("Vt7#pqLw90!")).toEqual([{ code: "too_short", least: 12 }])
  expect(checkPassword("Vt7#pqLw", linMo, { hasSecondFactor: true })).toEqual([])
  expect(checkPassword("Vt7#pqL", linMo, { hasSecondFactor: true })).toContainEqual({
    code: "too_short",
    least: 8,
  })
  const codes = checkPassword("woaini1314", linMo, { hasSecondFactor: true })
  expect(codes).toEqual([{ code: "common", part: "woaini1314" }])
})

test("a birthday is found in any spelling", () => {
  for (const spelling of [
    "19780512",
    "780512",
    "1978-05-12",
    "1978/5/12",
    "1978年5月12日",
    "05121978",
    "１９７８０５１２",
  ]) {
    expect(partOf(`Kx${spelling}#wvPq!`, "contains_birthday"), spelling).toHaveLength(1)
  }
  expect(partOf("Kx1978-05-12#wvPq!", "contains_birthday")).toEqual(["1978-05-12"])
  expect(partOf("Kx0512#wvPq!rTz", "contains_birthday")).toEqual([])
})

test("a phone number is found, also most of one or with gaps", () => {
  expect(partOf("Kx13010203040#w", "contains_phone")).toEqual(["13010203040"])
  expect(partOf("Kx0203040#wvPqz", "contains_phone")).toEqual(["0203040"])
  expect(partOf("Kx130-1020-3040", "contains_phone")).toEqual(["130-1020-3040"])
  expect(partOf("Kx3040#wvPqrTzLm", "contains_phone")).toEqual([])
})

test("a name is found in characters, in pinyin either way round, in the address and the number", () => {
  expect(partOf("Kx#林默wvPqrTzLm", "contains_name")).toEqual(["林默"])
  expect(partOf("Kx#LinMo7vPqrTz", "contains_name")).toEqual(["LinMo"])
  expect(partOf("Kx#lin.mo7vPqrTz", "contains_name")).toEqual(["lin.mo"])
  expect(partOf("Kx#molin7vPqrTz", "contains_name")).toEqual(["molin"])
  expect(partOf("Kx#q001wvPqrTz", "contains_name")).toEqual(["q001"])
  const boss = { ...linMo, email: "bigboss@qibu.example" }
  expect(partOf("Kx#bigboss7vPqr", "contains_name", boss)).toEqual(["bigboss"])
})

test("very short names and empty fields forbid nothing by themselves", () => {
  const nobody = { name: "An", staffNo: "1", email: "", phone: "", birthday: "" }
  expect(check("Vt7#pqLw90!xRean1", nobody)).toEqual([])
})

test("passwords that many choose in China are common, also with something behind them", () => {
  expect(commonPasswords.length).toBeGreaterThan(300)
  expect(new Set(commonPasswords).size).toBe(commonPasswords.length)
  for (const password of commonPasswords) {
    expect(
      check(password).map(({ code }) => code),
      password,
    ).toContain("common")
  }
  expect(partOf("woaini1314!", "common")).toEqual(["woaini1314"])
  expect(partOf("haohaoxuexi123", "common")).toEqual(["haohaoxuexi"])
  expect(partOf("1q2w3e4r5t6y", "common")).toHaveLength(1)
  expect(partOf("aaaaaaaaaaaaaaaa", "common")).toHaveLength(1)
})

test("everything wrong is told at once", () => {
  const codes = check("linmo780512").map(({ code }) => code)
  expect(codes).toEqual(["too_short", "common", "contains_birthday", "contains_name"])
})
