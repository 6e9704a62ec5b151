import type { Find } from "./kinds"

const place = "[\\u4e00-\\u9fff]"
const named = (least: number, most: number) => `${place}{${least},${most}}?`

/** 浙江省杭州市西湖区文三路 100 号 2 幢 301 室: at least a town or district, a street and a number. */
const address = new RegExp(
  `(?:${named(1, 8)}(?:省|自治区))?(?:${named(1, 8)}[市州盟])?(?:${named(1, 8)}[区县旗市])?(?:${named(1, 8)}(?:街道|镇|乡))?${named(1, 12)}(?:大道|路|街|巷|弄|胡同) ?\\d{1,5} ?[号弄](?:[ ,，]?[\\dA-Za-z]{1,4} ?(?:号楼|栋|幢|座|单元|楼|层|室|号)){0,4}`,
  "g",
)

const money =
  "(?:[¥￥$€] ?\\d[\\d,]*(?:\\.\\d+)?(?: ?[万亿])?|(?<![\\d.,])\\d[\\d,]*(?:\\.\\d+)? ?(?:[万亿]?元|万|亿|[Rr][Mm][Bb]|美元|USD|CNY))"
const figures = `(?:${money}|(?<![\\d.])\\d+(?:\\.\\d+)? ?%)`

const financeWords =
  "营收|营业收入|收入|利润|毛利率?|净利率?|预算|成本|工资|薪资|薪酬|月薪|年薪|奖金|提成|回款|欠款|授信|估值|融资|现金流|负债|revenue|profit|margin|budget|salary|payroll|cash flow|valuation"
const priceWords =
  "合同(?:总?金额|总?价|额)|成交价|底价|成本价|进价|报价|折扣|返点|contract (?:value|price)|cost price|quote"

/** The word and the amount within one clause of each other. */
const near = (words: string) =>
  new RegExp(
    `(?:${words})[^\\n。；;!?！？]{0,16}?${figures}|${figures}[^\\n。；;，,!?！？]{0,8}?(?:${words})`,
    "gi",
  )

const contractNumber =
  /(?:合同|协议|contract|agreement)(?:编?号| ?no\.?| number)? ?[:：#]? ?[A-Za-z]{1,6}[-\d]{4,20}/gi

const patterns = [
  ["address", address],
  ["contract", contractNumber],
  ["contract", near(priceWords)],
  ["finance", near(financeWords)],
] as const

/** What only the words around it make sensitive. @param text as `plainOf` makes it */
export const contextsIn = (text: string): Find[] =>
  patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({ kind, index, length })),
  )
