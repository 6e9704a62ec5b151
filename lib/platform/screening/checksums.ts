const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const idChecks = "10X98765432"

/**
 * A resident's identity number: 17 figures and a check sign (GB 11643-1999, ISO 7064 MOD 11-2), with
 * a region that there is and a birthday.
 * @param number 18 signs
 */
export function isIdNumber(number: string): boolean {
  if (!/^[1-9]\d{16}[\dXx]$/.test(number)) return false
  const region = Number(number.slice(0, 2))
  if (region < 11 || (region > 65 && ![71, 81, 82, 83].includes(region))) return false
  if (!isBirthday(number.slice(6, 14))) return false
  const sum = idWeights.reduce((all, weight, place) => all + weight * Number(number[place]), 0)
  return idChecks[sum % 11] === number.at(-1)?.toUpperCase()
}

/** @param day `19900307` */
function isBirthday(day: string): boolean {
  const [year, month, date] = [day.slice(0, 4), day.slice(4, 6), day.slice(6)].map(Number)
  if (year === undefined || month === undefined || year < 1900 || year > 2100) return false
  const at = new Date(Date.UTC(year, month - 1, date))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date
}

/** The check figure of cards (ISO/IEC 7812-1, Luhn). @param number figures alone */
export function isLuhn(number: string): boolean {
  let sum = 0
  for (let back = 0; back < number.length; back += 1) {
    const figure = Number(number[number.length - 1 - back])
    const doubled = back % 2 === 1 ? figure * 2 : figure
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

const creditSigns = "0123456789ABCDEFGHJKLMNPQRTUWXY"

/**
 * A unified social credit code: 17 signs and a check sign (GB 32100-2015, modulo 31 with powers of 3).
 * @param code 18 signs
 */
export function isCreditCode(code: string): boolean {
  const signs = code.toUpperCase()
  if (!/^[1-9A-HJ-NPQRTUWXY][1-9]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(signs)) return false
  let [sum, weight] = [0, 1]
  for (const sign of signs.slice(0, 17)) {
    sum += creditSigns.indexOf(sign) * weight
    weight = (weight * 3) % 31
  }
  return creditSigns[(31 - (sum % 31)) % 31] === signs.at(-1)
}
