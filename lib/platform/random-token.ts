import { createHash, randomBytes } from "node:crypto"

/** 256 random bits, safe in addresses and cookies. Whoever holds it has the right it stands for. */
export const newToken = (): string => randomBytes(32).toString("base64url")

/** Only the hash of a token is kept: a copy of the database opens nothing. */
export const hashToken = (token: string): string =>
  createHash("sha256").update(token).digest("base64url")
