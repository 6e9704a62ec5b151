const signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** As it is kept: half width, capitals, without spaces and dashes. */
export const plainCode = (typed: string): string =>
  typed.normalize("NFKC").toUpperCase().replace(/[\s-]/g, "")

/** A 统一社会信用代码 whose last sign fits the others (GB 32100-2015). */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18) return false
  const values = [...code].map((sign) => signs.indexOf(sign))
  if (values.includes(-1)) return false
  const sum = weights.reduce((all, weight, at) => all + weight * (values[at] ?? 0), 0)
  return values.at(-1) === (31 - (sum % 31)) % 31
}
