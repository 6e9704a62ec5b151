const encodings = ["utf-8", "gb18030"] as const

/** Writing, in the encodings that are met here; null when it is something else. */
export function decoded(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return readAs(bytes, "utf-16le")
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return readAs(bytes, "utf-16be")
  for (const encoding of encodings) {
    const text = readAs(bytes, encoding)
    if (text !== null) return text
  }
  return null
}

function readAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return /[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text) ? null : text
  } catch {
    return null
  }
}
