import { createECDH, hkdfSync } from "node:crypto"
import { secrets } from "./secrets"

declare global {
  var __qibuPushKey: { publicKey: string; privateKey: string } | undefined
}

/**
 * The key pair by which push services know this portal (VAPID, RFC 8292), base64url. It follows
 * from the installation's secret: browsers keep the public half for as long as they are subscribed.
 */
export function pushKey(): { publicKey: string; privateKey: string } {
  globalThis.__qibuPushKey ??= made(secrets().authSecret, 0)
  return globalThis.__qibuPushKey
}

function made(secret: string, turn: number): { publicKey: string; privateKey: string } {
  const scalar = Buffer.from(hkdfSync("sha256", secret, "", `qibu push ${turn}`, 32))
  const pair = createECDH("prime256v1")
  try {
    pair.setPrivateKey(scalar)
  } catch {
    // Of 2^32 numbers one lies outside the curve's order.
    return made(secret, turn + 1)
  }
  return {
    publicKey: pair.getPublicKey("base64url"),
    privateKey: scalar.toString("base64url"),
  }
}
