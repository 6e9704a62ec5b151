import { visibleText } from "../visible-text"

const longest = 180

/**
 * A file's name as it is kept and shown: one line, no path, nothing invisible, at most 180
 * characters with its ending kept.
 */
export function cleanName(given: string): string {
  const name = visibleText(given).replace(/[/\\]/g, "_").trim().replace(/^\.+/, "")
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
