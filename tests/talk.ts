import { db, engine } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { files } from "@/db/schema/platform"
import { findGroup } from "@/lib/groups/group"
import { plainly, type Said, sendMessage } from "@/lib/messages/sending"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { write } from "@/lib/platform/write"
import { actor } from "./people"

/** A group of these people; the first of them manages it. @returns its id */
export const aGroup = (
  personIds: readonly number[],
  more: Partial<typeof groups.$inferInsert> = {},
): Promise<number> =>
  engine().write(async ({ db: tx }) => {
    const at = new Date()
    const [row] = await tx
      .insert(groups)
      .values({ kind: "project", name: "秋季版本", createdAt: at, lastAt: at, ...more })
      .returning({ id: groups.id })
    const groupId = row?.id ?? 0
    await tx.insert(groupMembers).values(
      personIds.map((personId, nth) => ({
        ...{ groupId, personId, joinedAt: at, joinedSeq: 0 },
        role: nth === 0 && more.kind !== "direct" ? ("manager" as const) : ("member" as const),
      })),
    )
    return groupId
  })

/** A file that somebody sent and that hangs nowhere yet. @returns its id */
export const aFile = (ownerId: number, name: string): Promise<number> =>
  engine().write(async ({ db: tx }) => {
    const file = { place: `local:${crypto.randomUUID()}`, type: "text/plain", size: 3, sha256: "x" }
    const [row] = await tx
      .insert(files)
      .values({ ...file, name, ownerId, createdAt: new Date() })
      .returning({ id: files.id })
    return row?.id ?? 0
  })

/** Somebody says something in a group. */
export async function say(
  personId: number,
  groupId: number,
  body: string,
  more: Partial<Said> = {},
  now = new Date(),
): Promise<{ id: number; seq: number }> {
  const who = await actor(personId)
  const group = await findGroup(db(), groupId)
  if (!group) throw new Error("there is no such group")
  return write(
    who,
    (ctx) => sendMessage(Object.assign(ctx, { actor: who }), group, { ...plainly(body), ...more }),
    { now, lock: `group:${groupId}` },
  )
}

/** Somebody does something, at a moment. */
export async function acting<T>(
  personId: number,
  does: (ctx: Ctx & { actor: PersonActor }) => Promise<T>,
  now = new Date(),
): Promise<T> {
  const who = await actor(personId)
  return write(who, (ctx) => does(Object.assign(ctx, { actor: who })), { now })
}
