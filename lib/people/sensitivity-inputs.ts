import { z } from "zod"
import { id, listOf, maybeId } from "./form-values"

const label = {
  name: z.string().trim().min(1).max(30),
  nameEn: z.string().trim().min(1).max(60),
  note: z.string().trim().max(300).default(""),
}
export const newLabel = z.strictObject(label)
export const editedLabel = z.strictObject({ ...label, id })
export const closedLabel = z.strictObject({ id, closed: z.enum(["yes", "no"]) })
export const clearedPeople = z.strictObject({
  id,
  people: listOf(z.string().trim().max(100), 50),
})
export const lostClearance = z.strictObject({ id, person: id, to: maybeId })
