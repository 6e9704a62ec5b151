/**
 * A place in an ordered list: all values that the order goes by. It holds them itself, so that no
 * row has to be asked where it stands: that would tell of rows that aren't the reader's to see.
 */
export interface Cursor {
  key: number
  /** Decides between equals of the key, where a list has such an order. */
  second?: number
  id: number
}

export const encodeCursor = ({ key, id, second }: Cursor): string =>
  [key, id, ...(second === undefined ? [] : [second])].map((part) => part.toString(36)).join(".")

/** @returns null for anything that isn't a place: a bad address shows the first page */
export function decodeCursor(text: string | undefined): Cursor | null {
  const parts = (text ?? "").split(".").map((part) => Number.parseInt(part, 36))
  const [key, id, second] = parts
  if (key === undefined || id === undefined || !parts.every(Number.isSafeInteger)) return null
  return { key, id, ...(second !== undefined && { second }) }
}
