import { clockIn, dayIn } from "@/lib/calendar/zones"
import type { Exchanged } from "@/lib/platform/outside"
import { dossierWords } from "./words-dossier"

/** A file as a dossier names it. */
export interface DossierFile {
  /** `files/12-图纸.pdf`, or empty where it isn't put in. */
  path: string
  name: string
  size: number
  sha256: string
  /** Why it isn't there, or isn't what it was. */
  note: "" | "tooLarge" | "missing" | "broken"
}

export interface Cover {
  client: string
  first: string
  last: string
  locale: "zh" | "en"
  timeZone: string
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
const safe = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? "")

const style = `body{font:15px/1.6 system-ui,sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#2b2622;background:#fdfcfa}
h1{font-size:1.35em}article{border-top:1px solid #ddd6cb;padding:.8em 0}header{color:#6b635b;font-size:.85em}
p{margin:.3em 0;white-space:pre-wrap;overflow-wrap:anywhere}dl{display:grid;grid-template-columns:7em 1fr;margin:.3em 0;font-size:.9em}dd{margin:0}
dt{color:#6b635b}mark{background:#efe6f5;color:#5b3b75;padding:0 .4em;border-radius:4px;font-size:.85em}ul{padding-left:1.2em;font-size:.9em}code{font-size:.8em;color:#6b635b;overflow-wrap:anywhere}`

/** How the page begins: it runs nothing and loads nothing. */
export function headOf({ client, first, last, locale }: Cover): string {
  const words = dossierWords[locale]
  const title = safe(words.page.heading.replace("{client}", client))
  return `<!doctype html><html lang="${locale === "zh" ? "zh-CN" : "en"}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${title}</title><style>${style}</style><h1>${title}</h1><p>${first} – ${last} <mark>${words.outside}</mark></p>\n`
}

export function entryHtml(entry: Exchanged, files: readonly DossierFile[], cover: Cover): string {
  const { at, who, outside, title, text, fields = [] } = entry
  const words = dossierWords[cover.locale]
  const when = `${dayIn(cover.timeZone, at)} ${clockIn(cover.timeZone, at)}`
  const said = outside ? ` <mark>${words.outside}</mark>` : ""
  const more = fields.map(([name, value]) => `<dt>${safe(name)}<dd>${safe(value)}`).join("")
  return [
    `<article id="${entry.ref.kind}-${entry.ref.id}"><header>${when} · ${safe(who)}${said} · ${safe(title)}</header>`,
    text && `<p>${safe(text)}</p>`,
    more && `<dl>${more}</dl>`,
    files.length > 0 && `<ul>${files.map((file) => fileHtml(file, cover)).join("")}</ul>`,
    "</article>\n",
  ]
    .filter(Boolean)
    .join("")
}

function fileHtml({ path, name, sha256, note }: DossierFile, { locale }: Cover): string {
  const address = path.split("/").map(encodeURIComponent).join("/")
  const shown = path === "" ? safe(name) : `<a href="${address}">${safe(name)}</a>`
  const why = note === "" ? "" : ` (${dossierWords[locale].page[note]})`
  return `<li>${shown}${why} <code>${sha256}</code>`
}

export const footOf = ({ locale }: Cover): string =>
  `<p><code>${dossierWords[locale].page.manifest}</code></p></html>\n`
