import { and, eq, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { scheduledMessages } from "@/db/schema/messages"
import { type Grant, sees } from "@/lib/platform/actor"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import type { EventSpec, Kind, Module, Notice } from "@/lib/platform/module"
import { newMessage } from "./inputs"
import { excerpt } from "./message"

/** A message that couldn't be sent when it was time: its author's own business. */
export interface Unsent {
  id: number
  personId: number
  dueAt: Date
  /** How it begins, or where it should have gone. */
  title: string
  grants: readonly Grant[]
  sensitivityId: null
}

/** What its waiting files hang on, too. */
export const scheduledKind = "scheduled_message"

/** There is no way in any more; anything else is about what it says. */
const shutOut: ReadonlySet<string> = new Set(["forbidden", "disabled"])

/** Why it couldn't be sent, by the code that is kept with it. */
export const whyUnsent = (failed: string): "shutOut" | "changed" =>
  shutOut.has(failed) ? "shutOut" : "changed"

const byId = prepared((db) =>
  db
    .select({ row: scheduledMessages, groupName: groups.name })
    .from(scheduledMessages)
    // What the group is called now isn't for who is out of it.
    .leftJoin(
      groupMembers,
      and(
        eq(groupMembers.groupId, scheduledMessages.groupId),
        eq(groupMembers.personId, scheduledMessages.personId),
      ),
    )
    .leftJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(eq(scheduledMessages.id, sql.placeholder("id")))
    .prepare(),
)

/** While it waits for its time it is no record that anybody opens. */
async function findUnsent(db: Db, id: number): Promise<Unsent | null> {
  if (!Number.isSafeInteger(id)) return null
  const [found] = await byId(db).execute({ id })
  if (!found?.row.failed) return null
  const { personId, dueAt, input } = found.row
  const text = newMessage.safeParse(input).data?.body ?? ""
  return {
    ...{ id, personId, dueAt },
    title: excerpt(text, 60) || found.groupName || `#${id}`,
    grants: [{ principal: `person:${personId}`, level: "edit" }],
    sensitivityId: null,
  }
}

const unsent: Kind<Unsent> = {
  icon: "clock",
  find: findUnsent,
  canSee: sees,
  title: ({ title }) => title,
  href: () => "/groups/scheduled",
  searchText: () => "",
  sortKey: ({ id }) => -id,
  summary: ({ dueAt }) => ({ at: dueAt }),
  personal: true,
}

export const unsentCategory = "messages.unsent"

async function toItsAuthor({ tx }: Ctx, { recordId }: NewEvent): Promise<readonly Notice[]> {
  const found = await findUnsent(tx, recordId)
  return found ? [{ category: unsentCategory, needsYou: true, personIds: [found.personId] }] : []
}

/** Keeps why it couldn't be sent, and tells its author. */
export async function keepUnsent(ctx: Ctx, id: number, failed: string): Promise<void> {
  await ctx.tx.update(scheduledMessages).set({ failed }).where(eq(scheduledMessages.id, id))
  const data = { why: whyUnsent(failed) }
  emit(ctx, { type: "scheduled_message.failed", recordId: id, data })
}

export const unsentKinds = { [scheduledKind]: unsent }

export const unsentEvents: Record<string, EventSpec> = {
  "scheduled_message.failed": { kind: scheduledKind, notify: toItsAuthor },
}

export const unsentCategories: NonNullable<Module["categories"]> = {
  [unsentCategory]: { portal: true, push: true, email: false },
}
