const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")

/** SHA-256. Browsers have their own only under https; elsewhere a library reckons. */
export async function checksum(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (globalThis.crypto?.subtle)
    return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)))
  const { sha256 } = await import("@noble/hashes/sha2.js")
  return hex(sha256(bytes))
}

/** Of a whole out of its pieces' checksums. */
export const wholeChecksum = (digests: readonly string[]): Promise<string> =>
  checksum(
    Uint8Array.from(
      digests.flatMap((each) => each.match(/../g) ?? []),
      (pair) => Number.parseInt(pair, 16),
    ),
  )
