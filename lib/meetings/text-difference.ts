import { diffWords } from "diff"

/** A part of a text as it stands in both versions, or in one of them. */
export interface Piece {
  kind: "same" | "added" | "removed"
  text: string
}

const words = new Intl.Segmenter("zh", { granularity: "word" })

/** What became of a sentence, word by word, Chinese or English. */
export function textDifference(before: string, after: string): Piece[] {
  if (before === after) return whole("same", after)
  if (before === "" || after === "") return valueDifference(before, after)
  return diffWords(before, after, { intlSegmenter: words }).map(({ value, added, removed }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }))
}

/** A name or a time is another one as a whole. */
export const valueDifference = (before: string, after: string): Piece[] =>
  before === after ? whole("same", after) : [...whole("removed", before), ...whole("added", after)]

const whole = (kind: Piece["kind"], text: string): Piece[] => (text === "" ? [] : [{ kind, text }])

export const isChanged = (pieces: readonly Piece[]): boolean =>
  pieces.some(({ kind }) => kind !== "same")
