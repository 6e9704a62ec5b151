import {
  and,
  asc,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from "drizzle-orm"
import { db, prepared } from "@/db/engine"
import { guestApprovals, guestInvitations, guestScopes, guestSessions } from "@/db/schema/guests"
import { people } from "@/db/schema/people"
import { visible } from "@/lib/platform/access"
import type { GuestMay, PersonActor } from "@/lib/platform/actor"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"
import { registry } from "@/lib/platform/registry"
import type { InvitationsFilter } from "./inputs"
import { stateOf } from "./states"

const pageSize = 50

const columns = {
  id: guestInvitations.id,
  name: guestInvitations.name,
  organisation: guestInvitations.organisation,
  purpose: guestInvitations.purpose,
  inviterId: guestInvitations.inviterId,
  inviter: people.name,
  inviterFace: people.faceFileId,
  createdAt: guestInvitations.createdAt,
  expiresAt: guestInvitations.expiresAt,
  openedAt: guestInvitations.openedAt,
  refusedAt: guestInvitations.refusedAt,
  usedAt: guestInvitations.usedAt,
  revokedAt: guestInvitations.revokedAt,
  suspendedAt: guestInvitations.suspendedAt,
}

const unended = (now: Date | SQLWrapper) =>
  and(
    isNull(guestInvitations.revokedAt),
    isNull(guestInvitations.refusedAt),
    gt(guestInvitations.expiresAt, now),
  )

const views: Record<InvitationsFilter["view"], (now: Date) => SQL | undefined> = {
  live: (now) => and(unended(now), isNotNull(guestInvitations.openedAt)),
  waiting: (now) => and(unended(now), isNull(guestInvitations.openedAt)),
  over: (now) =>
    or(
      isNotNull(guestInvitations.revokedAt),
      isNotNull(guestInvitations.refusedAt),
      lte(guestInvitations.expiresAt, now),
    ),
  all: () => undefined,
}

/** The same as `canSee`, as a condition on the table of invitations. */
export const visibleTo = (actor: PersonActor) => visible(actor, "guest", guestInvitations.id)

/** A page of the invitations that somebody sees: their own, those to what they answer for; 平台管理 all. */
export async function listInvitations(
  actor: PersonActor,
  filter: InvitationsFilter,
  now = new Date(),
) {
  const after = decodeCursor(filter.after)
  const rows = await db()
    .select(columns)
    .from(guestInvitations)
    .innerJoin(people, eq(people.id, guestInvitations.inviterId))
    .where(
      and(
        visibleTo(actor),
        views[filter.view](now),
        after ? lt(guestInvitations.id, after.id) : undefined,
      ),
    )
    .orderBy(desc(guestInvitations.id))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  const ids = shown.map(({ id }) => id)
  const opened = await openedBy(actor, ids)
  const devices = await devicesOf(ids)
  return {
    rows: shown.map((row) => ({
      ...row,
      state: stateOf(row, now),
      opened: opened.filter(({ invitationId }) => invitationId === row.id),
      devices: devices.filter((device) => device.invitationId === row.id && !device.endedAt).length,
    })),
    next: last ? encodeCursor({ key: last.id, id: last.id }) : null,
  }
}

export type InvitationListRow = Awaited<ReturnType<typeof listInvitations>>["rows"][number]

export interface OpenedThing {
  invitationId: number
  kind: string
  id: number
  may: GuestMay
  seenAt: Date | null
  /** What the guest was told it is called; empty for what carries a label. */
  title: string
  /** Null where the reader may not see the thing itself. */
  href: string | null
}

/**
 * What invitations open, by name: whoever decides about an invitation, or ends it, has to know what
 * it opens. The caller has checked that they see it.
 */
export async function openedBy(actor: PersonActor, ids: readonly number[]): Promise<OpenedThing[]> {
  if (ids.length === 0) return []
  const rows = await db()
    .select()
    .from(guestScopes)
    .where(inArray(guestScopes.invitationId, [...ids]))
    .orderBy(asc(guestScopes.invitationId), asc(guestScopes.kind), asc(guestScopes.recordId))
  const names = new Map<string, { title: string; href: string | null }>()
  for (const ref of new Set(rows.map(({ kind, recordId }) => `${kind}:${recordId}`))) {
    const [name = "", id] = ref.split(":")
    const kind = registry().kinds.get(name)
    const record = await kind?.find(db(), Number(id))
    if (!kind || !record || record.sensitivityId !== null) continue
    const href = kind.canSee(actor, record) ? kind.href(record) : null
    names.set(ref, { title: kind.title(record), href })
  }
  return rows.map(({ invitationId, kind, recordId, may, seenAt }) => ({
    ...{ invitationId, kind, id: recordId, may, seenAt, title: "", href: null },
    ...names.get(`${kind}:${recordId}`),
  }))
}

export const devicesOf = async (ids: readonly number[]) =>
  ids.length === 0
    ? []
    : db()
        .select()
        .from(guestSessions)
        .where(inArray(guestSessions.invitationId, [...ids]))
        .orderBy(desc(guestSessions.id))
        .limit(500)

const mostCounted = 100

const waiting = prepared((on) =>
  on
    .select({ id: guestApprovals.invitationId })
    .from(guestApprovals)
    .innerJoin(guestInvitations, eq(guestInvitations.id, guestApprovals.invitationId))
    .where(
      and(
        eq(guestApprovals.headId, sql.placeholder("personId")),
        isNull(guestApprovals.decidedAt),
        isNull(guestInvitations.suspendedAt),
        unended(sql.placeholder("now")),
      ),
    )
    .limit(mostCounted)
    .prepare(),
)

/** Invitations that wait for this head's word, for the badge in the navigation. */
export async function waitingForMe({ personId }: PersonActor): Promise<number> {
  const now = guestInvitations.expiresAt.mapToDriverValue(new Date())
  return (await waiting(db()).execute({ personId, now })).length
}
