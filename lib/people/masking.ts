/** 138****0000; of short numbers only the last two figures. */
export function maskPhone(phone: string): string {
  const shown = phone.length >= 11 ? 3 : 0
  const end = phone.length >= 11 ? 4 : 2
  return `${phone.slice(0, shown)}****${phone.slice(-end)}`
}

/** Nothing of a birthday is shown; that it is known is for who may ask for it. */
export const maskedBirthday = "****-**-**"
