import type { PersonActor } from "@/lib/platform/actor"

export const privateFields = ["phone", "birthday"] as const
export type PrivateField = (typeof privateFields)[number]

/**
 * Who may ask for the whole of it. A number is for working together: the own department, the
 * heads above it, the line manager, and 人事. A birthday is the person's and 人事's alone.
 */
export function canAsk(
  actor: PersonActor,
  person: { id: number; departmentId: number; managerId: number | null },
  field: PrivateField,
): boolean {
  if (actor.personId === person.id || actor.duties.has("hr")) return true
  if (field === "birthday") return false
  if (person.managerId === actor.personId) return true
  return actor.departmentId === person.departmentId || actor.leads.has(person.departmentId)
}
