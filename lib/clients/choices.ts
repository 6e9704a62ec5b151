import { db } from "@/db/engine"
import type { PersonActor } from "@/lib/platform/actor"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import type { Client } from "./client"
import { canHome } from "./policy"

/** The departments that this person may have clients in; where one is stays a choice. */
export async function homesFor(actor: PersonActor, client?: Client) {
  const org = await organisation(db())
  return [...org.departments.values()]
    .filter(({ id, closed }) => id === client?.departmentId || (!closed && canHome(actor, id)))
    .map(({ id }) => ({ value: id, label: departmentPath(org, id) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "zh-CN"))
}
