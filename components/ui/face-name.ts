const han = /\p{Script=Han}/u

/** What stands in a face: the end of a Chinese name, the initials of any other. */
export function faceText(name: string, characters: 1 | 2) {
  const letters = Array.from(name.trim())
  if (letters.some((letter) => han.test(letter))) return letters.slice(-characters).join("")
  const words = name.trim().split(/\s+/)
  const initials = [words.at(0), words.length > 1 ? words.at(-1) : ""]
  return initials
    .map((word) => word?.charAt(0).toUpperCase() ?? "")
    .slice(0, characters)
    .join("")
}

/** A hue of 0–359 that belongs to the person: steps of the golden angle keep neighbours apart. */
export function faceHue(id: number | string) {
  const hash = Array.from(String(id)).reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 0)
  return Math.round((hash % 100_003) * 137.508) % 360
}
