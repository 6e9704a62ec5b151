import MarkdownIt from "markdown-it"
import { fixedTag } from "@/lib/platform/fixed-tags"
import { numberAt } from "@/lib/platform/numbers"
import { registry } from "@/lib/platform/registry"
import { type TagPiece, tagKey, tagPieces } from "@/lib/platform/tags"
import { addressAt } from "./own-links"

/** What a text's marks depend on. */
type Env = {
  /** Names that stand for people where they follow an @, longest first. */
  names: readonly string[]
  /** Records that links in it lead to, collected while it is read. */
  refs: Set<string>
}

const md = new MarkdownIt({ html: false, breaks: true, linkify: true, typographer: false }).disable(
  ["image", "heading", "lheading", "hr", "table", "reference", "html_block", "html_inline"],
)
md.linkify.set({ fuzzyLink: false, fuzzyEmail: false })
// Only what a browser follows without running anything.
md.validateLink = (url) => /^(https?:\/\/|mailto:|\/(?!\/))/i.test(url)

md.inline.ruler.before("link", "mention", (state, silent) => {
  if (state.src.charAt(state.pos) !== "@") return false
  const { names } = envOf(state.env)
  const rest = state.src.slice(state.pos + 1)
  const name = names.find((each) => rest.startsWith(each))
  if (!name) return false
  if (!silent) state.push("mention", "", 0).content = name
  state.pos += name.length + 1
  return true
})

md.inline.ruler.before("link", "tag", (state, silent) => {
  const sign = state.src.charAt(state.pos)
  if (sign !== "#" && sign !== "＃") return false
  const tag = tagsOf(state.src).get(state.pos)
  if (!tag) return false
  if (!silent) state.push("tag", "", 0).content = tag.text
  state.pos += tag.text.length
  return true
})
/** The tags of a text by where they begin, the same that it is found by; of one text at a time. */
let tagged = { src: "", tags: new Map<number, TagPiece>() }
function tagsOf(src: string): ReadonlyMap<number, TagPiece> {
  if (tagged.src === src) return tagged.tags
  const tags = new Map<number, TagPiece>()
  let at = 0
  for (const piece of tagPieces(src)) {
    if (piece.tag) tags.set(at, piece)
    at += piece.text.length
  }
  tagged = { src, tags }
  return tags
}
// 138****5678 is masked, not bold: four stars by themselves are four stars.
md.inline.ruler.before("emphasis", "masked", (state, silent) => {
  if (state.src.charAt(state.pos - 1) === "*" || !/^\*{4}(?!\*)/.test(state.src.slice(state.pos)))
    return false
  if (!silent) state.pending += "****"
  state.pos += 4
  return true
})
// XS20261107: the number of a record leads to it, whoever reads it here.
md.inline.ruler.before("link", "number", (state, silent) => {
  if (state.linkLevel > 0) return false
  const number = numberAt(state.src, state.pos)
  if (!number) return false
  if (!silent) state.push("number", "", 0).content = number.text
  state.pos += number.text.length
  return true
})
// /tasks/12: so does its address.
md.inline.ruler.before("link", "address", (state, silent) => {
  if (state.linkLevel > 0 || state.src.charAt(state.pos) !== "/") return false
  const address = addressAt(state.src, state.pos)
  if (!address) return false
  if (!silent) state.push("address", "", 0).content = address
  state.pos += address.length
  return true
})
// Text runs on to the next character that a rule may begin with; 汉字 before @ and # included.
md.inline.ruler.at("text", (state, silent) => {
  const at = state.src.slice(state.pos).search(/[\n!#＃$%&*+\-/:<=>@[\\\]^_`{}~X]/)
  const end = at < 0 ? state.posMax : state.pos + at
  if (end === state.pos) return false
  if (!silent) state.pending += state.src.slice(state.pos, end)
  state.pos = end
  return true
})

const { escapeHtml } = md.utils
md.renderer.rules.mention = (tokens, at) =>
  `<span class="mention">@${escapeHtml(tokens[at]?.content ?? "")}</span>`
md.renderer.rules.tag = (tokens, at) => {
  const text = tokens[at]?.content ?? ""
  const name = text.slice(1)
  const fixed = fixedTag(tagKey(name))
  // Everybody reads the same words here: the meaning stands in both languages.
  const look = fixed
    ? ` class="tag tag-${fixed.tone}" title="${fixed.meaning.zh} · ${fixed.meaning.en}"`
    : ` class="tag"`
  return `<a${look} data-soft href="/search?q=${encodeURIComponent(`#${name}`)}">${escapeHtml(text)}</a>`
}
const inside = (text: string, href: string, env: unknown): string => {
  const ref = refOf(href)
  if (ref) envOf(env).refs.add(ref)
  return `<a data-soft href="${escapeHtml(href)}">${escapeHtml(text)}</a>`
}
md.renderer.rules.number = (tokens, at, _, env) => {
  const text = tokens[at]?.content ?? ""
  return inside(text, numberAt(text, 0)?.href ?? "", env)
}
md.renderer.rules.address = (tokens, at, _, env) => {
  const text = tokens[at]?.content ?? ""
  return inside(text, text, env)
}
md.renderer.rules.link_open = (tokens, at, options, env, self) => {
  const token = tokens[at]
  const href = String(token?.attrGet("href") ?? "")
  const inside = insideOf(href)
  if (inside) {
    token?.attrSet("href", inside)
    token?.attrSet("data-soft", "")
    const ref = refOf(inside)
    if (ref) envOf(env).refs.add(ref)
  } else {
    token?.attrSet("target", "_blank")
    token?.attrSet("rel", "noreferrer noopener")
  }
  return self.renderToken(tokens, at, options)
}

const isEnv = (env: unknown): env is Env =>
  typeof env === "object" && env !== null && "names" in env && "refs" in env
const envOf = (env: unknown): Env => (isEnv(env) ? env : { names: [], refs: new Set() })

/** The address inside the portal that a link leads to; null for one that leads elsewhere. */
export function insideOf(href: string): string | null {
  if (href.startsWith("/")) return href
  const url = process.env.QIBU_URL
  if (!url || !URL.canParse(href) || !URL.canParse(url)) return null
  const { origin, pathname, search, hash } = new URL(href)
  return origin === new URL(url).origin ? pathname + search + hash : null
}

/** The record that an address inside the portal shows: `task:12`. */
export function refOf(href: string): string | null {
  const url = new URL(href, "http://portal")
  for (const [name, kind] of registry().kinds) {
    const id = kind.idIn?.(url)
    if (id) return `${name}:${id}`
  }
  return null
}

const mostRefs = 5

export interface Read {
  html: string
  refs: readonly string[]
}

/** From so many characters on a text may take long, if somebody means it to. */
const long = 1_000
/** Characters of all that is kept, texts and what they read as: tags grow tenfold when they are read. */
const mostKept = 4_000_000
const kept = new Map<string, Read>()
let keptLength = 0

/**
 * A message's text as HTML: a subset of Markdown, without headings, pictures, tables or HTML. Who
 * opens a group reads fifty: long ones stay read, or fifty bad ones would hold everybody up.
 * @param names of the people mentioned in it
 * @returns safe HTML, and the records that it links to, at most five
 */
export function readMarkdown(body: string, names: readonly string[]): Read {
  if (body.length < long) return rendered(body, names)
  const key = JSON.stringify([body, names])
  const read = kept.get(key) ?? rendered(body, names)
  forget(key)
  // The one that was asked for last goes last.
  kept.set(key, read)
  keptLength += key.length + read.html.length
  for (const oldest of kept.keys()) {
    if (keptLength <= mostKept) break
    forget(oldest)
  }
  return read
}

function forget(key: string): void {
  const read = kept.get(key)
  if (read && kept.delete(key)) keptLength -= key.length + read.html.length
}

function rendered(body: string, names: readonly string[]): Read {
  const env: Env = { names: names.toSorted((a, b) => b.length - a.length), refs: new Set() }
  const html = md.render(body, env).trim()
  return { html, refs: [...env.refs].slice(0, mostRefs) }
}
