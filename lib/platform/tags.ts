import { fixedTag } from "./fixed-tags"

export interface TextTag {
  /** As written, without the #. */
  name: string
  /** In small letters, full-width forms as half-width ones: what makes two tags one. */
  key: string
}

/** A part of a text; with a tag it is the # and the tag's word. */
export interface TagPiece {
  text: string
  tag?: TextTag
}

export const longestTag = 40
const mostTags = 20

/** Letters, figures, and - or _ between them; at least one letter, since #12 is a number. */
const word = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}_-]*[\\p{L}\\p{N}\\p{M}])?"
const written = new RegExp(`[#＃](${word})`, "gu")
const untouched =
  /```[\s\S]*?(?:```|$)|`[^`\n]+`|(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s<>"'，。；！？、（）「」『』【】《》]+/giu
const inWord = /[\p{L}\p{N}\p{M}_/&#＃]$/u
const standsAlone = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]$/u

/** @param name a tag without its # */
export function tagKey(name: string): string {
  const plain = name.normalize("NFKC").toLowerCase()
  return fixedTag(plain)?.key ?? plain
}

/** C# and page.html#top are no tags; after 汉字 nobody leaves a space. */
function mayBegin(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 2), index)
  return !inWord.test(before) || standsAlone.test(before)
}

/** Addresses and code, in order; of what is asked for in order, none is looked at twice. */
function apartIn(text: string): (index: number) => boolean {
  const spans = text.matchAll(untouched)
  let span = spans.next().value
  return (index) => {
    while (span && span.index + span[0].length <= index) span = spans.next().value
    return span !== undefined && span.index <= index
  }
}

function* tagged(text: string): Generator<{ start: number; end: number; tag: TextTag }> {
  if (!/[#＃]/.test(text)) return
  const isApart = apartIn(text)
  const seen = new Set<string>()
  for (const { 0: whole, 1: name = "", index } of text.matchAll(written)) {
    if (whole.length > 2 * longestTag + 1 || !/\p{L}/u.test(name)) continue
    if (!mayBegin(text, index) || isApart(index)) continue
    const key = tagKey(name)
    if ([...key].length > longestTag || (seen.size === mostTags && !seen.has(key))) continue
    seen.add(key)
    yield { start: index, end: index + whole.length, tag: { name, key } }
  }
}

/**
 * The #tags of a record's texts, each once, in order; at most 20 of each text. A tag ends at a space or a sign other than
 * - and _, has at most 40 characters, and none begins inside an address or code.
 */
export function tagsIn(...texts: readonly string[]): TextTag[] {
  const found = new Map<string, TextTag>()
  for (const text of texts)
    for (const { tag } of tagged(text)) if (!found.has(tag.key)) found.set(tag.key, tag)
  return [...found.values()]
}

/** The text cut at its tags; joined it is the text. */
export function tagPieces(text: string): TagPiece[] {
  const pieces: TagPiece[] = []
  let done = 0
  for (const { start, end, tag } of tagged(text)) {
    if (start > done) pieces.push({ text: text.slice(done, start) })
    pieces.push({ text: text.slice(start, end), tag })
    done = end
  }
  if (done < text.length) pieces.push({ text: text.slice(done) })
  return pieces
}

const unfinished = new RegExp(`[#＃]((?:${word}[-_]*)?)$`, "u")

/** The tag being written at the caret, perhaps only its #; null where none is. */
export function tagAt(
  text: string,
  caret: number,
): { start: number; end: number; query: string } | null {
  const before = text.slice(Math.max(0, caret - longestTag - 1), caret)
  const [whole, query = ""] = unfinished.exec(before) ?? []
  if (whole === undefined) return null
  const start = caret - whole.length
  return apartIn(text)(start) || !mayBegin(text, start) ? null : { start, end: caret, query }
}

/**
 * The token that a tag is found by. No text makes one like it: there a Chinese character always
 * is a token of its own. Signs would cut it in two.
 * @param key of `tagKey`
 */
export const tagToken = (key: string): string =>
  `签${key.replaceAll("-", "㐀").replaceAll("_", "㐁")}`
