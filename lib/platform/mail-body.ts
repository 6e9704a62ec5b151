import type { Locale } from "./actor"
import type { Invitation } from "./mail-carried"

/** A mail before it is put into a person's language's letter form. */
export interface Letter {
  subject: string
  paragraphs: readonly string[]
  link?: { url: string; label: string }
  /** What it lists, each with where it leads. */
  items?: readonly { text: string; url: string }[]
  /** For the reader's calendar, beside the text. */
  invitation?: Invitation
  /** Small print under the link. */
  note?: string
  /** Ends mails of this kind in one step (RFC 8058); `url` shows a page, `post` takes the step. */
  unsubscribe?: { url: string; post: string; label: string }
}

/** One line without control characters: what stands in a header ends where the header ends. */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, 200)

export const asText = (letter: Letter): string =>
  [
    ...letter.paragraphs,
    ...(letter.items ?? []).map(({ text, url }) => `· ${text}\n  ${url}`),
    letter.link ? `${letter.link.label}\n${letter.link.url}` : "",
    letter.note ?? "",
    letter.unsubscribe ? `${letter.unsubscribe.label}\n${letter.unsubscribe.url}` : "",
  ]
    .filter((part) => part !== "")
    .join("\n\n")

/** A plain page that any mail program shows: no pictures, no scripts, nothing fetched. */
export function asHtml(letter: Letter, locale: Locale, company: string): string {
  const lang = locale === "zh" ? "zh-CN" : "en"
  const parts = [
    company === ""
      ? ""
      : `<p style="color:#6b6b63;font-size:13px;margin:0 0 20px">${escaped(company)}</p>`,
    ...letter.paragraphs.map((text) => `<p style="margin:0 0 16px">${escaped(text)}</p>`),
    letter.items ? list(letter.items) : "",
    letter.link ? button(letter.link) : "",
    letter.note
      ? `<p style="color:#6b6b63;font-size:13px;margin:20px 0 0">${escaped(letter.note)}</p>`
      : "",
    letter.unsubscribe
      ? `<p style="color:#6b6b63;font-size:13px;margin:8px 0 0"><a href="${escaped(letter.unsubscribe.url)}" style="color:#6b6b63">${escaped(letter.unsubscribe.label)}</a></p>`
      : "",
  ]
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escaped(letter.subject)}</title></head>
<body style="margin:0;padding:32px 24px;font:15px/1.7 sans-serif;color:#22211d;background:#fff"><div style="max-width:560px;margin:0 auto">
${parts.filter((part) => part !== "").join("\n")}
</div></body></html>`
}

const list = (items: NonNullable<Letter["items"]>): string =>
  `<ul style="margin:0 0 16px;padding:0 0 0 18px">${items
    .map(
      ({ text, url }) =>
        `<li style="margin:0 0 8px"><a href="${escaped(url)}" style="color:#22211d">${escaped(text)}</a></li>`,
    )
    .join("")}</ul>`

const button = ({ url, label }: { url: string; label: string }): string =>
  `<p style="margin:24px 0"><a href="${escaped(url)}" style="display:inline-block;padding:9px 18px;border-radius:6px;background:#22211d;color:#fff;text-decoration:none">${escaped(label)}</a></p>
<p style="color:#6b6b63;font-size:13px;margin:0;word-break:break-all">${escaped(url)}</p>`

const marks: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? "")
