import { clients } from "@/db/schema/clients"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { writeTags } from "@/lib/platform/tagging"
import { canImportTo } from "@/lib/tasks/policy"
import { requireHome } from "./checking"
import type { ClientFields } from "./inputs"
import { nameKeyOf } from "./likeness"
import { sortKeyOf } from "./order"
import { canHome } from "./policy"

export interface NewClientContent extends ClientFields {
  ownerId: number
  /** It comes out of a file, as one of many. */
  imported?: true
}

/** What is kept of a client's fields; how companies are called alike goes along. */
export const stored = ({ department, ...fields }: ClientFields) => ({
  ...fields,
  departmentId: department,
  nameKey: nameKeyOf(fields.name),
  shortKey: fields.shortName === "" ? "" : nameKeyOf(fields.shortName),
})

/** @throws Refusal when the department isn't the actor's to use, or the owner isn't of it */
export async function createClient(
  ctx: Ctx & { actor: PersonActor },
  { ownerId, imported, ...fields }: NewClientContent,
): Promise<number> {
  const may = imported ? canImportTo : canHome
  if (!may(ctx.actor, fields.department))
    refuse("invalid", { fields: { department: "clients.error.home" } })
  await requireHome(ctx.tx, ownerId, fields.department, "owner")
  const fresh = { nextContactAt: null, lastContactAt: null, archivedAt: null, createdAt: ctx.now }
  const [row] = await ctx.tx
    .insert(clients)
    .values({
      ...stored(fields),
      ...fresh,
      ownerId,
      creatorId: ctx.actor.personId,
      updatedAt: ctx.now,
      sortKey: sortKeyOf(fresh),
    })
    .returning({ id: clients.id })
  const id = row?.id ?? refuse("conflict")
  await writeTags(ctx, "client", id, [fields.tags, fields.remark], true)
  emit(ctx, { type: "client.created", recordId: id, data: { ownerId } })
  return id
}
