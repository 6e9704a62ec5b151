import { pinyin } from "pinyin-pro"
import { type NamePinyin, namePieces, plainLetters } from "@/lib/people/name-match"

const isHan = (text: string) => /^\p{Script=Han}$/u.test(text)

// The leading run of characters is read as a surname and a given name: 单 is Shan there, not Dan.
function readingsOf(characters: string): string[] {
  return pinyin(characters, {
    toneType: "none",
    type: "array",
    surname: "head",
    v: true,
    nonZh: "consecutive",
  })
}

/**
 * How a name is typed without tones: 单田芳 is "shantianfang", "stf", ["shan", "tian", "fang"];
 * names in other letters stay as they are, in lower case.
 */
export function namePinyin(name: string): NamePinyin {
  const pieces = namePieces(name.normalize("NFKC"))
  const characters = pieces.filter(({ text }) => isHan(text)).map(({ text }) => text)
  const readings = readingsOf(characters.join(""))
  const syllables = pieces.map(({ text }) =>
    plainLetters(isHan(text) ? (readings.shift() ?? text) : text),
  )
  const initials = syllables.map((syllable) => [...syllable].at(0) ?? "").join("")
  return { full: syllables.join(""), initials, syllables }
}
