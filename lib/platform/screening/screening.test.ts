import fc from "fast-check"
import { expect, test } from "vitest"
import { anyText } from "@/tests/any-text"
import { isCreditCode, isIdNumber, isLuhn } from "./checksums"
import { findIn } from "./finding"
import { maskAll } from "./masking"

const kindsIn = (text: string) => findIn(text).map(({ kind }) => kind)
const wordsIn = (text: string) =>
  findIn(text).map(({ index, length }) => text.slice(index, index + length))

const figures = (least: number, most = least) =>
  fc.stringMatching(new RegExp(`^[0-9]{${least},${most}}$`))
/** A number with the one check sign that makes it right. */
const completed = (signs: string, is: (number: string) => boolean) => (begin: string) => {
  const right = [...signs].find((sign) => is(begin + sign))
  return right === undefined ? null : begin + right
}
const birthday = fc
  .date({ min: new Date("1930-01-01"), max: new Date("2025-12-31"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10).replaceAll("-", ""))
const idNumbers = fc
  .tuple(fc.constantFrom("110101", "330106", "440305", "650102"), birthday, figures(3))
  .map(([region, day, nth]) => completed("0123456789X", isIdNumber)(`${region}${day}${nth}`) ?? "")
const cards = figures(14, 17).map((rest) => completed("0123456789", isLuhn)(`6${rest}`) ?? "")
const phones = fc
  .tuple(fc.constantFrom("13", "15", "17", "18", "19"), figures(9))
  .map(([begin, rest]) => begin + rest)
const creditCodes = fc
  .tuple(
    fc.constantFrom("911101", "923301"),
    figures(2),
    fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{9}$/),
  )
  .map(
    ([begin, region, body]) =>
      completed("0123456789ABCDEFGHJKLMNPQRTUWXY", isCreditCode)(`${begin}${region}${body}`) ?? "",
  )
const emails = fc
  .tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.constantFrom("qq.com", "qimu.example", "a.co.uk"))
  .map(([name, home]) => `${name}@${home}`)
const secrets = fc.oneof(idNumbers, cards, phones, creditCodes, emails).filter((one) => one !== "")
const around = fc.constantFrom(
  "客户的号码是",
  "：",
  "，请查收。",
  "\n",
  "（",
  "）",
  " and ",
  "见下",
)

test("numbers with the right check sign are found, and those with another aren't", () => {
  expect(kindsIn("身份证 11010519491231002X，请核对")).toEqual(["id_card"])
  expect(kindsIn("身份证 110105194912310021")).toEqual([])
  expect(kindsIn("代码 91350100M000100Y43")).toEqual(["credit_code"])
  expect(kindsIn("代码 91350100M000100Y44")).toEqual([])
  expect(kindsIn("卡号 6222 0212 0000 0000 007")).toEqual([])
  expect(kindsIn("卡号 4111 1111 1111 1111")).toEqual(["bank_card"])
  expect(kindsIn("卡号 4111 1111 1111 1112")).toEqual([])
})

test("phones and mail addresses are found however they are written", () => {
  for (const phone of [
    "13800138000",
    "138-0013-8000",
    "+86 138 0013 8000",
    "１３８００１３８０００",
    "138\u00a00013\u00a08000",
    "138\u20130013\u20138000",
    "138.0013.8000",
    "138\u20090013\u20118000",
    "010-82345678",
    "(0571) 88886666",
  ])
    expect(wordsIn(`请打${phone}。`)).toEqual([phone])
  expect(wordsIn("1380\u200b0138000")).toEqual(["1380\u200b0138000"])
  expect(wordsIn("发到 chen.chen+hr@qimu.example，谢谢")).toEqual(["chen.chen+hr@qimu.example"])
})

test("what only looks like it is left alone", () => {
  for (const text of [
    "版本 13800138000123",
    "订单 20261124000123",
    "GD20261124-03",
    "XS202611012",
    "2026-11-24 15:00",
    "端口 3000，进程 12345",
    "@所有人 明天 9:00",
    "a@b",
    "第 3 号线",
    "预算会在周五讨论",
    "我们有 3 套方案，完成 80%",
    "合同下周签",
  ])
    expect({ text, found: kindsIn(text) }).toEqual({ text, found: [] })
})

test("amounts are sensitive beside words of money, contracts by their number", () => {
  expect(kindsIn("三季度营收 3,200 万元")).toEqual(["finance"])
  expect(kindsIn("毛利率约 38.5%")).toEqual(["finance"])
  expect(kindsIn("买了 30 元的水果")).toEqual([])
  expect(kindsIn("底价是 ¥120,000")).toEqual(["contract"])
  expect(kindsIn("合同编号：HT-2026-001")).toEqual(["contract"])
  expect(maskAll("三季度营收 3,200 万元，合同编号：HT-2026-001")).toBe(
    "三季度营收 **** 万元，合同编号：****",
  )
})

test("an address needs a street and a number", () => {
  const home = "浙江省杭州市西湖区文三路 100 号 2 幢 301 室"
  expect(kindsIn(`寄到${home}`)).toEqual(["address"])
  expect(kindsIn("我在路上，5 号到")).toEqual([])
})

test("masking shows what tells one from another, and no more", () => {
  expect(maskAll("打 138 0013 5678")).toBe("打 138****5678")
  expect(maskAll("11010519491231002X")).toBe("110****2X")
  expect(maskAll("chen@qimu.example")).toBe("c****@qimu.example")
  expect(maskAll("4111 1111 1111 1111")).toBe("****1111")
})

test("every number in whatever text is found whole", () => {
  fc.assert(
    fc.property(around, secrets, around, (before, secret, after) => {
      const text = before + secret + after
      expect(wordsIn(text).join()).toContain(secret)
    }),
  )
})

test("what is masked holds nothing to be found, and stays as it is", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(secrets, around, fc.string())), (parts) => {
      const made = maskAll(parts.join(" "))
      expect(findIn(made)).toEqual([])
      expect(maskAll(made)).toBe(made)
    }),
  )
})

test("finds never overlap, stand in order, and lie within the text", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(secrets, around, anyText())), (parts) => {
      const text = parts.join("")
      let end = 0
      for (const { index, length } of findIn(text)) {
        expect(index).toBeGreaterThanOrEqual(end)
        end = index + length
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
  )
})
