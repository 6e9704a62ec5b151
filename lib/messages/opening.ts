import { and, eq, sql } from "drizzle-orm"
import { db, prepared } from "@/db/engine"
import { groupMembers } from "@/db/schema/groups"
import { readPositions } from "@/db/schema/messages"
import { drafts } from "@/db/schema/messages/drafts"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { addWorkingTime } from "@/lib/calendar/work-time"
import { findGroup } from "@/lib/groups/group"
import { canManage, canSee } from "@/lib/groups/policy"
import { responseMinutes } from "@/lib/groups/response-times"
import type { PersonActor } from "@/lib/platform/actor"
import { changeMinutes } from "./changing"
import { around, earlierThan } from "./history"
import { keptIn } from "./kept"
import { sizeOf } from "./mentioning"
import { findMessage } from "./message"
import { withReceipts } from "./receipts"
import { waitingIn } from "./waiting"

const placeIn = prepared((on) =>
  on
    .select({
      seq: readPositions.seq,
      joinedSeq: groupMembers.joinedSeq,
      draft: drafts.text,
      draftMentions: drafts.mentions,
    })
    .from(groupMembers)
    .leftJoin(
      readPositions,
      and(
        eq(readPositions.personId, groupMembers.personId),
        eq(readPositions.groupId, groupMembers.groupId),
      ),
    )
    .leftJoin(
      drafts,
      and(
        eq(drafts.personId, groupMembers.personId),
        eq(drafts.groupId, groupMembers.groupId),
        eq(drafts.threadId, 0),
      ),
    )
    .where(
      and(
        eq(groupMembers.personId, sql.placeholder("personId")),
        eq(groupMembers.groupId, sql.placeholder("groupId")),
      ),
    )
    .prepare(),
)

/** Until when an ordinary message that is sent now is answered (G2.4). */
export async function answeredBy(groupId: number, now = new Date()): Promise<Date> {
  const { ordinary } = await responseMinutes(db(), groupId)
  return addWorkingTime(await companyCalendar(), now, ordinary)
}

/**
 * A group as it is opened: at the message that a link leads to, at the first that wasn't read, or
 * at the end.
 * @returns null when it isn't the reader's
 */
export async function openGroup(actor: PersonActor, id: number, messageId: number | null) {
  const group = await findGroup(db(), id)
  if (!group || !canSee(actor, group)) return null
  const [place] = await placeIn(db()).execute({ personId: actor.personId, groupId: id })
  const position = Math.max(place?.seq ?? 0, place?.joinedSeq ?? 0)
  const linked = messageId === null ? null : await findMessage(db(), messageId)
  const message = linked?.groupId === id ? linked : null
  const root = message?.threadId ? await findMessage(db(), message.threadId) : message
  const unread = position < group.lastSeq
  const stretch = root
    ? await around(id, root.seq)
    : unread
      ? await around(id, position + 1)
      : await earlierThan(id)
  const minutes = await responseMinutes(db(), id)
  return {
    group,
    size: await sizeOf(db(), id),
    manages: canManage(actor, group),
    position,
    rows: await withReceipts(actor, id, stretch),
    message: root?.id ?? null,
    thread: message?.threadId ?? null,
    missing: messageId !== null && message === null,
    draft: { text: place?.draft ?? "", mentions: place?.draftMentions ?? [] },
    waiting: await waitingIn(actor, id),
    kept: await keptIn(actor, id),
    changeMinutes: await changeMinutes(),
    minutes,
    answeredBy: await answeredBy(id),
  }
}

export type OpenedGroup = NonNullable<Awaited<ReturnType<typeof openGroup>>>
