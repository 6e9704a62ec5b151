import { and, asc, eq, exists, gt, isNull, lte, or, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { events } from "@/db/schema/events"
import { guestInvitations, guestScopes } from "@/db/schema/guests"
import { people } from "@/db/schema/people"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"
import { placedName } from "@/lib/platform/guest-names"
import type { ExchangedPage, Stretch } from "@/lib/platform/outside"
import { settings } from "@/lib/platform/settings"
import { shelfKind } from "./shelf"
import { words } from "./words"

const pageSize = 200

/** Somebody was let in to the client's files, at the latest in this stretch, and they lay there then. */
const read = (db: Db, clientId: number, { from, to }: Stretch) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(guestScopes)
      .innerJoin(guestInvitations, eq(guestInvitations.id, guestScopes.invitationId))
      .where(
        and(
          eq(guestScopes.kind, shelfKind),
          eq(guestScopes.recordId, clientId),
          lte(guestInvitations.openedAt, to),
          or(gt(guestInvitations.openedAt, from), gt(events.at, from)),
          or(isNull(guestInvitations.revokedAt), gt(guestInvitations.revokedAt, events.at)),
        ),
      ),
  )

/** Files that a client's guests handed in, and those that they could open, once each. */
export async function exchangedFiles(
  db: Db,
  clientId: number,
  stretch: Stretch,
  after: string | undefined,
): Promise<ExchangedPage> {
  const byGuest = and(eq(events.actorKind, "guest"), gt(events.at, stretch.from))
  const rows = await db
    .select({
      ...{ id: events.id, at: events.at, data: events.data, person: people.name },
      ...{ guest: guestInvitations.name, organisation: guestInvitations.organisation },
    })
    .from(events)
    .leftJoin(people, and(eq(events.actorKind, "person"), eq(people.id, events.actorId)))
    .leftJoin(
      guestInvitations,
      and(eq(events.actorKind, "guest"), eq(guestInvitations.id, events.actorId)),
    )
    .where(
      and(
        ...[eq(events.kind, "client"), eq(events.recordId, clientId)],
        ...[eq(events.type, "client.files_added"), lte(events.at, stretch.to)],
        or(byGuest, read(db, clientId, stretch)),
        gt(events.id, decodeCursor(after)?.id ?? 0),
      ),
    )
    .orderBy(asc(events.id))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1)?.id : undefined
  const { locale } = (await settings()).company
  const { title } = words[locale].shelf
  return {
    rows: shown.map(({ at, data, person, guest, organisation }) => ({
      ...{ at, title, text: "", outside: guest !== null },
      who: guest ? placedName(guest, organisation ?? "", locale) : (person ?? ""),
      ref: { kind: shelfKind, id: clientId },
      fileIds: Array.isArray(data.fileIds) ? data.fileIds.map(Number) : [],
    })),
    next: last ? encodeCursor({ key: last, id: last }) : null,
  }
}
