/** A place in an ordered list: the order's key and the id that decides between equals. */
export interface Cursor {
  key: number
  id: number
}

export const encodeCursor = ({ key, id }: Cursor): string =>
  `${key.toString(36)}.${id.toString(36)}`

/** @returns null for anything that isn't a place: a bad address shows the first page */
export function decodeCursor(text: string | undefined): Cursor | null {
  const [key, id] = (text ?? "").split(".").map((part) => Number.parseInt(part, 36))
  if (!Number.isSafeInteger(key) || !Number.isSafeInteger(id)) return null
  return { key: key ?? 0, id: id ?? 0 }
}
