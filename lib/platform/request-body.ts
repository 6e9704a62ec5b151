/**
 * A body as text, read no further than it may be long: whoever sends more is not listened to, and
 * nothing of it stays in memory.
 * @param most bytes
 * @returns null when it is longer, or the line broke
 */
export async function textOf(request: Request, most: number): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > most) return null
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const part of request.body ?? []) {
      length += part.byteLength
      if (length > most) return null
      parts.push(part)
    }
  } catch {
    return null
  }
  return Buffer.concat(parts).toString("utf8")
}
