import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import { secrets } from "./secrets"

const algorithm = "aes-256-gcm"

/** Encrypts what must be read again (TOTP keys, the SMTP password). @returns base64url text */
export function lockAway(text: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv(algorithm, Buffer.from(secrets().encryptionKey, "base64"), iv)
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url")
}

/** @throws when the text was not locked away with this installation's key */
export function takeOut(locked: string): string {
  const bytes = Buffer.from(locked, "base64url")
  const decipher = createDecipheriv(
    algorithm,
    Buffer.from(secrets().encryptionKey, "base64"),
    bytes.subarray(0, 12),
  )
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8")
}
