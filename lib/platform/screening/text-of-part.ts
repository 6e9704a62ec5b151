import { Parser } from "htmlparser2"

/** `w:p` ends a line of a document, `a:p` one of a slide, `row` one of a sheet. */
const lines = new Set(["p", "row", "comment", "text", "title", "subject", "lpwstr", "creator"])
const plainly = new Set(["t", "v", "text", "title", "subject", "description", "lpwstr", "creator"])

/** Stands after each text that cells share: one of them may have several lines. */
export const endOfShared = "\x1e"

const local = (name: string): string => name.slice(name.indexOf(":") + 1)

/**
 * What one part of an Office file says: a line for each paragraph, row or shared text.
 * @param strings shared texts, which cells of sheets name by number
 */
export function textOfPart(xml: string, strings: readonly string[]): string {
  const texts: string[] = []
  let [within, type] = ["", ""]
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const tag = local(name)
        if (tag === "c") type = attributes.t ?? ""
        if (tag === "sheet") texts.push(attributes.name ?? "", "\n")
        if (tag === "tab") texts.push("\t")
        if (tag === "br") texts.push("\n")
        if (plainly.has(tag)) within = tag
      },
      ontext: (text) => {
        if (within !== "") texts.push(within === "v" ? cellText(text, type, strings) : text)
      },
      onclosetag: (name) => {
        const tag = local(name)
        if (tag === within) within = ""
        if (tag === "v" || tag === "c" || tag === "tc") texts.push("\t")
        if (tag === "si") texts.push(endOfShared)
        if (lines.has(tag)) texts.push("\n")
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return texts.join("")
}

/** A number as it is read on the sheet: 1.3812345678E10 is 13812345678. */
function cellText(written: string, type: string, strings: readonly string[]): string {
  if (type === "s") return strings[Number(written)] ?? ""
  return /^\d+(?:\.\d+)?E\+?\d+$/i.test(written) ? String(Number(written)) : written
}
