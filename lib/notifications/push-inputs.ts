import { z } from "zod"

const base64url = z.string().regex(/^[\w-]+=*$/)

/** What a browser's `PushSubscription` says of itself. */
export const subscription = z.strictObject({
  endpoint: z.url().max(1_000),
  publicKey: base64url.min(80).max(100),
  auth: base64url.min(16).max(40),
})

const id = z.coerce.number().int().positive()

export const device = z.strictObject({ id })
export const deviceText = z.strictObject({ id, on: z.stringbool() })
export const heard = z.strictObject({ id, proof: z.string().max(40) })
