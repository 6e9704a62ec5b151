import { createHash } from "node:crypto"

/** What a seal stands for. */
export interface Sealed {
  clientId: number
  nth: number
  fromAt: Date
  toAt: Date
  sha256: string
}

/** SHA-256 over the seal before, what a dossier covers, and the hash of its bytes, a line each. */
export const sealOf = (previous: string, { clientId, nth, fromAt, toAt, sha256 }: Sealed): string =>
  createHash("sha256")
    .update([previous, clientId, nth, fromAt.toISOString(), toAt.toISOString(), sha256].join("\n"))
    .digest("hex")
