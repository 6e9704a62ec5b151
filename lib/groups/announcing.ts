import { and, asc, count, desc, eq, isNull } from "drizzle-orm"
import type { Db } from "@/db/database"
import { announcementReads, announcements, groupMembers } from "@/db/schema/groups"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { Group } from "./group"

type Own = Ctx & { actor: PersonActor }

export interface NewAnnouncement {
  topic: string
  body: string
  /** Working minutes; null = the company's rule. */
  ordinaryMinutes: number | null
  /** Minutes, day or night; null = the company's rule. */
  urgentMinutes: number | null
}

/** Publishes what the group is about and how fast it answers. The one before stays in its history. */
export async function announce(ctx: Own, group: Group, wanted: NewAnnouncement): Promise<number> {
  const [row] = await ctx.tx
    .insert(announcements)
    .values({ ...wanted, groupId: group.id, authorId: ctx.actor.personId, at: ctx.now })
    .returning({ id: announcements.id })
  const id = row?.id ?? refuse("conflict")
  await putRead(ctx, id)
  const { ordinaryMinutes, urgentMinutes } = wanted
  emit(ctx, {
    type: "group.announced",
    recordId: group.id,
    data: { announcementId: id, ordinaryMinutes, urgentMinutes },
  })
  return id
}

const putRead = (ctx: Own, announcementId: number) =>
  ctx.tx
    .insert(announcementReads)
    .values({ announcementId, personId: ctx.actor.personId, at: ctx.now })
    .onConflictDoNothing()

/** Notes that somebody has read one; the first time counts. */
export async function readAnnouncementNow(
  ctx: Own,
  group: Group,
  announcementId: number,
): Promise<void> {
  const [row] = await ctx.tx
    .select({ id: announcements.id })
    .from(announcements)
    .where(and(eq(announcements.id, announcementId), eq(announcements.groupId, group.id)))
  if (!row) refuse("not_found")
  await putRead(ctx, announcementId)
}

const columns = {
  id: announcements.id,
  topic: announcements.topic,
  body: announcements.body,
  ordinaryMinutes: announcements.ordinaryMinutes,
  urgentMinutes: announcements.urgentMinutes,
  authorId: announcements.authorId,
  author: people.name,
  face: people.faceFileId,
  at: announcements.at,
}

const kept = 100

/** All that were published, the one that counts first; the caller has checked who asks. */
export const announcementsOf = (db: Db, groupId: number, limit = kept) =>
  db
    .select(columns)
    .from(announcements)
    .innerJoin(people, eq(people.id, announcements.authorId))
    .where(eq(announcements.groupId, groupId))
    .orderBy(desc(announcements.id))
    .limit(limit)

export type Announcement = Awaited<ReturnType<typeof announcementsOf>>[number]

/** The one that counts, or null. */
export async function announcementOf(db: Db, groupId: number): Promise<Announcement | null> {
  const [newest] = await announcementsOf(db, groupId, 1)
  return newest ?? null
}

export async function hasReadAnnouncement(
  db: Db,
  announcementId: number,
  personId: number,
): Promise<boolean> {
  const rows = await db
    .select({ at: announcementReads.at })
    .from(announcementReads)
    .where(
      and(
        eq(announcementReads.announcementId, announcementId),
        eq(announcementReads.personId, personId),
      ),
    )
  return rows.length > 0
}

const listed = 200

/** Who of the group's people has read it and when, and who hasn't; at most 200 of each by name. */
export async function readersOf(db: Db, groupId: number, announcementId: number) {
  const read = and(
    eq(announcementReads.announcementId, announcementId),
    eq(announcementReads.personId, people.id),
  )
  const here = and(eq(groupMembers.groupId, groupId), isNull(people.disabledAt))
  const all = db
    .select({ members: count(), read: count(announcementReads.at) })
    .from(groupMembers)
    .innerJoin(people, eq(people.id, groupMembers.personId))
    .leftJoin(announcementReads, read)
    .where(here)
  const person = {
    id: people.id,
    name: people.name,
    face: people.faceFileId,
    departmentId: people.departmentId,
  }
  const readers = db
    .select({ ...person, at: announcementReads.at })
    .from(groupMembers)
    .innerJoin(people, eq(people.id, groupMembers.personId))
    .innerJoin(announcementReads, read)
    .where(here)
    .orderBy(asc(announcementReads.at), asc(people.id))
    .limit(listed)
  const unread = db
    .select(person)
    .from(groupMembers)
    .innerJoin(people, eq(people.id, groupMembers.personId))
    .leftJoin(announcementReads, read)
    .where(and(here, isNull(announcementReads.at)))
    .orderBy(asc(groupMembers.role), asc(people.id))
    .limit(listed)
  const [counts] = await all
  const members = counts?.members ?? 0
  const done = counts?.read ?? 0
  return { read: done, unread: members - done, readers: await readers, waiting: await unread }
}
