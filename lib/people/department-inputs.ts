import { z } from "zod"
import { id, listOf, maybeId } from "./form-values"

const department = {
  name: z
    .string()
    .trim()
    .min(1)
    .max(60)
    // A staff file writes paths with it.
    .refine((name) => !/[/／]/.test(name)),
  parent: maybeId,
  head: z.string().trim().max(100).default(""),
}
/** Which effects were shown before this was sent. */
const confirmed = z.string().max(40).default("")

export const newDepartment = z.strictObject(department)
export const editedDepartment = z.strictObject({
  ...department,
  id,
  seen: z.string().max(200),
  confirmed,
})
export const endedDepartment = z.strictObject({ id, confirmed })
export const movedPeople = z.strictObject({ people: listOf(id, 200), to: id, confirmed })
