import { db } from "@/db/engine"
import { createGroup, type NewGroup } from "@/lib/groups/creating"
import { findGroup, type Group } from "@/lib/groups/group"
import { memberIn } from "@/lib/groups/members"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { actorsOf } from "@/lib/platform/organisation"
import { Refusal } from "@/lib/platform/refusal"
import { write } from "@/lib/platform/write"

/** Does something as the person is at this moment: groups come and go between two acts. */
export async function does<T>(
  personId: number,
  run: (ctx: Ctx & { actor: PersonActor }) => Promise<T>,
): Promise<T> {
  const [actor] = await actorsOf(db(), [personId])
  if (!actor) throw new Error("nobody with this id works here")
  return write(actor, (ctx) => run(Object.assign(ctx, { actor })))
}

/** What somebody hears who is refused. */
export async function refused(run: Promise<unknown>): Promise<Refusal> {
  const error = await run.catch((reason: unknown) => reason)
  if (error instanceof Refusal) return error
  throw new Error("it was not refused", { cause: error })
}

/** A project group of its maker and others. */
export const newGroup = (by: number, memberIds: readonly number[], more: Partial<NewGroup> = {}) =>
  does(by, (ctx) =>
    createGroup(ctx, {
      kind: "project",
      name: "冬季版本",
      about: "",
      departmentId: null,
      joinRule: "invitation",
      memberIds,
      ...more,
    }),
  )

/** The group, or the test fails. */
export async function group(id: number): Promise<Group> {
  const found = await findGroup(db(), id)
  if (!found) throw new Error("there is no such group")
  return found
}

/** As what somebody is in a group; null outside it. */
export const roleIn = async (groupId: number, personId: number) =>
  (await memberIn(db(), groupId, personId))?.role ?? null
