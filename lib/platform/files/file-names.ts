const longest = 180
// Marks that turn reading direction around make "gpj.exe" look like "exe.jpg".
const hidden =
  /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu

/**
 * A file's name as it is kept and shown: one line, no path, nothing invisible, at most 180
 * characters with its ending kept.
 */
export function cleanName(given: string): string {
  const name = given
    .toWellFormed()
    .normalize("NFC")
    .replace(hidden, "")
    .replace(/[/\\]/g, "_")
    .trim()
    .replace(/^\.+/, "")
  if (name === "") return "file"
  const letters = [...name]
  if (letters.length <= longest) return name
  const ending = [...endingOf(name)]
  const kept = ending.length <= 16 ? ending : []
  return [...letters.slice(0, longest - kept.length), ...kept].join("")
}

/** `.pdf`, in small letters; empty without one. */
export const endingOf = (name: string): string => /\.[^.\s]+$/.exec(name)?.[0].toLowerCase() ?? ""

/** The name for `Content-Disposition`, for old programs too (RFC 6266). */
export function disposition(how: "inline" | "attachment", name: string): string {
  const plain = name.replace(/[^\w.() -]/g, "_")
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${how}; filename="${plain}"; filename*=UTF-8''${exact}`
}
