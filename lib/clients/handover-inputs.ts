import { z } from "zod"

const id = z.coerce.number().int().positive()

export const askedHandover = z.strictObject({
  id,
  to: z.string().trim().min(1).max(100),
  note: z.string().trim().min(1).max(2_000),
  /** This client, or all that its owner has. */
  what: z.enum(["this", "all"]).default("this"),
})
export const handoverAnswer = z.strictObject({
  id,
  handover: id,
  answer: z.enum(["confirm", "decline", "withdraw"]),
})
