export interface ByteRange {
  first: number
  last: number
}

/**
 * The part of a file that a `Range` header asks for (RFC 9110, 14).
 * @returns null for the whole file: no range, or one this server doesn't know (several parts);
 *   "outside" when nothing of it is in the file
 */
export function rangeOf(header: string | null, size: number): ByteRange | null | "outside" {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "") ?? []
  if (from === undefined || to === undefined || (from === "" && to === "")) return null
  if (from === "")
    return Number(to) === 0 || size === 0
      ? "outside"
      : { first: Math.max(0, size - Number(to)), last: size - 1 }
  const first = Number(from)
  if (to !== "" && Number(to) < first) return null
  if (first >= size) return "outside"
  return { first, last: to === "" ? size - 1 : Math.min(Number(to), size - 1) }
}
