/** HTML whose texts are escaped. Only `html` makes it. */
export class Markup {
  readonly text: string
  constructor(made: string) {
    this.text = made
  }
}

type Value = string | number | Markup | readonly Markup[] | null | false | undefined

const special = /[&<>"']/
const codes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

const escaped = (text: string): string =>
  special.test(text) ? text.replace(/[&<>"']/g, (char) => codes[char] ?? "") : text

function textOf(value: Value): string {
  if (typeof value === "string") return escaped(value)
  if (typeof value === "number") return String(value)
  if (!value) return ""
  return value instanceof Markup ? value.text : value.map((part) => part.text).join("")
}

/**
 * HTML for the rows of long lists: React makes some fifty objects a row, twice; this makes one
 * string. Every value is escaped, also between quotes, and attributes must have quotes around them.
 */
export function html(written: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const parts = tightened(written)
  let text = parts[0] ?? ""
  for (let i = 0; i < values.length; i++) text += textOf(values[i]) + (parts[i + 1] ?? "")
  return new Markup(text)
}

const known = new WeakMap<TemplateStringsArray, readonly string[]>()

/** Without the ends of lines within tags, which a page of fifty rows would carry too. */
function tightened(written: TemplateStringsArray): readonly string[] {
  const parts = known.get(written) ?? written.map((part) => part.replaceAll(/\n\s*(?=>)/g, ""))
  known.set(written, parts)
  return parts
}

/** For the one element around it: `<div {...inside(markup)} />`. */
export const inside = (markup: Markup) => ({ dangerouslySetInnerHTML: { __html: markup.text } })
