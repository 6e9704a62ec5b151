import { createHash } from "node:crypto"
import { headLength } from "./file-types"

/** What was learnt about a stream while it passed. */
export interface Measured {
  size: number
  sha256: string
  head: Uint8Array
}

/** More came than may come. */
export class TooLarge extends Error {
  override name = "TooLarge"
}

/**
 * Lets a stream through and measures it on the way, so that nothing of it has to be kept.
 * @param most bytes; one more and it breaks off
 */
export function measuring(source: AsyncIterable<Uint8Array>, most: number) {
  const hash = createHash("sha256")
  let head: Uint8Array = new Uint8Array()
  let size = 0
  async function* body() {
    for await (const chunk of source) {
      size += chunk.byteLength
      if (size > most) throw new TooLarge(`more than ${most} bytes`)
      hash.update(chunk)
      if (head.byteLength < headLength)
        head = Buffer.concat([head, chunk.subarray(0, headLength - head.byteLength)])
      yield chunk
    }
  }
  return { body: body(), measured: (): Measured => ({ size, sha256: hash.digest("hex"), head }) }
}
