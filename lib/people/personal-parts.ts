import { namePinyin } from "@/lib/people/pinyin"

export type PasswordOwner = {
  name: string
  /** In full, as typed: "linmo". Worked out from the name when left out. */
  namePinyin?: string
  staffNo: string
  email: string
  phone: string
  /** "YYYY-MM-DD", empty when unknown. */
  birthday: string
}

/** What others know about a person, in every way it is commonly typed. */
export type PersonalPart = {
  code: "contains_birthday" | "contains_phone" | "contains_name"
  spellings: string[]
}

const SHORTEST_WORD = 4
const PHONE_WINDOW = 7

// Separators don't hide anything: 1978-05-12, 1978年5月12日 and Lin.Mo are read without them.
function squeezed(text: string): { text: string; at: number[] } {
  const letters: string[] = []
  const at: number[] = []
  let index = 0
  for (const character of text) {
    for (const letter of character.normalize("NFKC").toLowerCase()) {
      if (!/[\p{L}\p{N}]/u.test(letter) || /[年月日]/.test(letter)) continue
      letters.push(letter)
      at.push(...Array<number>(letter.length).fill(index))
    }
    index += character.length
  }
  return { text: letters.join(""), at }
}

const squeeze = (text: string) => squeezed(text).text

/** The part of the password that spells one of these, as it was typed; the longest that does. */
export function findPart(password: string, spellings: readonly string[]): string | undefined {
  const { text, at } = squeezed(password)
  const found = spellings
    .filter((spelling) => text.includes(spelling))
    .toSorted((a, b) => b.length - a.length)
    .at(0)
  if (!found) return undefined
  const first = text.indexOf(found)
  const last = at[first + found.length - 1] ?? 0
  const lastLength = String.fromCodePoint(password.codePointAt(last) ?? 0).length
  return password.slice(at[first], last + lastLength)
}

function birthdaySpellings(birthday: string): string[] {
  const [year = "", month = "", day = ""] = birthday.split("-")
  if (!/^\d{4}-\d\d-\d\d$/.test(birthday)) return []
  const short = year.slice(2)
  const [m, d] = [String(Number(month)), String(Number(day))]
  return [
    `${year}${month}${day}`,
    `${year}${m}${d}`,
    `${short}${month}${day}`,
    `${month}${day}${year}`,
    `${day}${month}${year}`,
    `${month}${day}${short}`,
    `${day}${month}${short}`,
  ]
}

function phoneSpellings(phone: string): string[] {
  const digits = phone
    .normalize("NFKC")
    .replace(/\D/g, "")
    .replace(/^(00)?86(?=1\d{10}$)/, "")
  const windows: string[] = []
  for (let length = digits.length; length >= PHONE_WINDOW; length -= 1) {
    for (let start = 0; start + length <= digits.length; start += 1) {
      windows.push(digits.slice(start, start + length))
    }
  }
  return windows
}

function nameSpellings(person: PasswordOwner): string[] {
  const { full, syllables } = namePinyin(person.name)
  const [surname = "", ...given] = syllables
  const [local = ""] = person.email.split("@")
  const words = [
    full,
    `${given.join("")}${surname}`,
    person.namePinyin ?? "",
    local,
    person.staffNo,
  ]
  const written = squeeze(person.name)
  return [
    ...words.map(squeeze).filter((word) => word.length >= SHORTEST_WORD),
    ...(/\p{Script=Han}/u.test(written) && written.length >= 2 ? [written] : []),
  ]
}

/** Birthday, phone and name of a person as they might stand in a password, without separators. */
export function personalParts(person: PasswordOwner): PersonalPart[] {
  return [
    { code: "contains_birthday", spellings: birthdaySpellings(person.birthday) },
    { code: "contains_phone", spellings: phoneSpellings(person.phone) },
    { code: "contains_name", spellings: nameSpellings(person) },
  ]
}
