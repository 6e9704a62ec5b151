import { z } from "zod"
import { visibleName } from "@/lib/platform/visible-text"
import { mostOutsiders, type NamedOutsider } from "./outsiders"

/** One address, nothing that could name a second one. */
const inLine = /[^\s<>()[\]\\,;:"'@，；：、（）《》]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d-]+)+/i
const address = z.email().max(200)

/** `王敏 wang@example.com`, a line or a comma apart, also as mail programs write them. */
function readOutsider(text: string): NamedOutsider | null {
  const found = inLine.exec(text)?.[0]
  if (!found || !address.safeParse(found).success) return null
  const rest = text.replace(found, " ").replace(/[<>()"'（）《》:：]+/g, " ")
  const name = visibleName(rest).slice(0, 100)
  return { name: name || (found.split("@")[0] ?? found), email: found.toLowerCase() }
}

const read = (text: string) =>
  text
    .split(/[\n,;，；、]+/)
    .filter((line) => line.trim() !== "")
    .map(readOutsider)

/** 外部人员: names with addresses; the same address twice is one person. */
export const outsiderLines = z
  .string()
  .max(6_000)
  .default("")
  .refine((text) => read(text).every((each) => each !== null), {
    message: "meetings.error.outsiders",
  })
  .transform((text) => {
    const all = new Map<string, NamedOutsider>()
    for (const each of read(text)) if (each && !all.has(each.email)) all.set(each.email, each)
    return [...all.values()]
  })
  .refine((list) => list.length <= mostOutsiders, { message: "meetings.error.manyOutsiders" })
