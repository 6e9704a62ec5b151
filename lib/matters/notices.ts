import type { Ctx, NewEvent } from "@/lib/platform/context"
import type { Notice } from "@/lib/platform/module"
import { findMatter, type Matter } from "./matter"

const people = (category: string, needsYou: boolean, personIds: readonly number[]): Notice => ({
  category: `matters.${category}`,
  needsYou,
  personIds,
})

/** Who is told depends on the matter as it stands after the change. */
const about =
  (tell: (matter: Matter, event: NewEvent) => readonly Notice[]) =>
  async (ctx: Ctx, event: NewEvent) => {
    const matter = await findMatter(ctx.tx, event.recordId)
    return matter ? tell(matter, event) : []
  }

const named = (matter: Matter) => [
  matter.ownerId,
  matter.creatorId,
  ...matter.parts.map((part) => part.ownerId),
]

/** Those of the parts that an event names, or of all that aren't confirmed. */
const askedIn = (matter: Matter, { data }: NewEvent): number[] => {
  const ids = data?.departmentIds ?? [data?.departmentId]
  const only = new Set(Array.isArray(ids) ? ids : [])
  return matter.parts
    .filter((part) => part.confirmedAt === null && only.has(part.departmentId))
    .map((part) => part.ownerId)
}

/** Responsible people are asked to confirm; the owner of the whole is told that it is theirs. */
export const toAsked = about((matter, event) => [
  people("confirm", true, askedIn(matter, event)),
  ...(event.type === "matter.created" ? [people("assigned", true, [matter.ownerId])] : []),
])

/** A new owner has to do something; the others should know. */
export const toTakingPart = about((matter, { data }) => [
  ...(data && "ownerId" in data ? [people("assigned", true, [matter.ownerId])] : []),
  people("updates", false, named(matter)),
])

export const toOwner = about((matter) => [
  people("updates", false, [matter.ownerId, matter.creatorId]),
])

/** 受阻: whoever is asked for support has to act; the others know why it stands still. */
export const toSupport = about((matter) => [
  people("support", true, matter.supportFromId === null ? [] : [matter.supportFromId]),
  people("updates", false, named(matter)),
])
