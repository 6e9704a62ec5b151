import { randomBytes } from "node:crypto"

/** Where the bytes of files lie. Names, owners and permissions are in the table `files`. */
export interface Store {
  /**
   * Takes a stream to its end and keeps it under a new random name. When the promise resolves,
   * the bytes survive a power cut.
   * @throws what the stream throws; nothing is kept then
   */
  put(body: AsyncIterable<Uint8Array>): Promise<string>
  /** @param range first and last byte, both included; @throws {@link Missing} */
  get(place: string, range?: { first: number; last: number }): Promise<ReadableStream<Uint8Array>>
  has(place: string): Promise<boolean>
  /** Removing what isn't there is no error. */
  remove(place: string): Promise<void>
  /** Every piece that follows this store's own naming; nothing else is ever looked at. */
  list(): AsyncIterable<{ place: string; changedAt: Date }>
}

/** The row knows a place where nothing lies. */
export class Missing extends Error {
  override name = "Missing"
}

/** `3f/a0/3fa0…`: two levels of folders, so that none of them holds too many. */
export function newPlace(): string {
  const name = randomBytes(20).toString("hex")
  return `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`
}

/** Whether a text is such a place: nothing else is ever made into a path. */
export const isPlace = (text: string): boolean =>
  /^([0-9a-f]{2})\/([0-9a-f]{2})\/\1\2[0-9a-f]{36}$/.test(text)
