import { z } from "zod"
import { methods } from "@/db/schema/clients"

const id = z.coerce.number().int().positive()
const text = (most: number) => z.string().trim().max(most).default("")

/** A day that exists, in a year that lists have room for. */
function isDay(typed: string): boolean {
  const year = Number(typed.slice(0, 4))
  const at = new Date(`${typed}T00:00:00Z`)
  if (year < 1970 || year > 2999 || Number.isNaN(at.getTime())) return false
  return at.toISOString().startsWith(typed)
}
const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .refine(isDay)
const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/)
  .refine((typed) => isDay(typed.slice(0, 10)))
const maybe = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable())

const fields = {
  contact: text(60),
  /** When it took place; now when nothing is said. */
  at: maybe(moment),
  method: z.enum(methods),
  topic: z.string().trim().min(1).max(500),
  need: text(5_000),
  response: text(5_000),
  owner: z.string().trim().max(100).default(""),
  plan: text(2_000),
  next: maybe(day),
}

export const newCommunication = z.strictObject({ id, ...fields })
export const editedCommunication = z.strictObject({
  id,
  ...{ communication: id, version: id },
  ...fields,
})
export type CommunicationFields = Omit<z.output<typeof newCommunication>, "id">

export const oneCommunication = z.strictObject({ id, communication: id })
export const postponed = oneCommunication.extend({ next: day })
