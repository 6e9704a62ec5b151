import { and, asc, eq, exists, gt, isNotNull, isNull, lte, or, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { groups } from "@/db/schema/groups"
import { guestInvitations, guestScopes } from "@/db/schema/guests"
import { messages } from "@/db/schema/messages"
import { departments, people } from "@/db/schema/people"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"
import { placedName } from "@/lib/platform/guest-names"
import type { ExchangedPage, Stretch } from "@/lib/platform/outside"
import { settings } from "@/lib/platform/settings"

const pageSize = 200
/** A message can be changed for so long at most. */
const changeable = 8 * 24 * 3600 * 1000

/** Who from outside could read it when it was said. */
const heard = (db: Db) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(guestScopes)
      .innerJoin(guestInvitations, eq(guestInvitations.id, guestScopes.invitationId))
      .where(
        and(
          eq(guestScopes.kind, "group"),
          eq(guestScopes.recordId, messages.groupId),
          eq(guestScopes.may, "talk"),
          lte(guestInvitations.openedAt, messages.at),
          or(isNull(guestInvitations.revokedAt), gt(guestInvitations.revokedAt, messages.at)),
        ),
      ),
  )

/** Said or changed in it; and in the one in which their group was linked, all that was said before. */
const within = ({ from, to }: Stretch) =>
  or(
    and(gt(messages.at, from), lte(messages.at, to)),
    and(
      gt(messages.at, new Date(from.getTime() - changeable)),
      gt(messages.editedAt, from),
      lte(messages.editedAt, to),
    ),
    and(gt(groups.clientSince, from), lte(groups.clientSince, to), lte(messages.at, to)),
  )

/**
 * What guests said in a client's groups and what they could read there, as it was sent: a masked
 * message is masked.
 */
export async function exchangedInGroups(
  db: Db,
  clientId: number,
  stretch: Stretch,
  after: string | undefined,
): Promise<ExchangedPage> {
  const rows = await db
    .select({
      ...{ id: messages.id, at: messages.at, body: messages.body, title: groups.name },
      ...{ person: people.name, department: departments.name },
      ...{ guest: guestInvitations.name, organisation: guestInvitations.organisation },
    })
    .from(messages)
    .innerJoin(groups, eq(groups.id, messages.groupId))
    .innerJoin(people, eq(people.id, messages.authorId))
    .innerJoin(departments, eq(departments.id, people.departmentId))
    .leftJoin(guestInvitations, eq(guestInvitations.id, messages.guestId))
    .where(
      and(
        eq(groups.clientId, clientId),
        within(stretch),
        isNull(messages.withdrawnAt),
        isNull(messages.note),
        or(isNotNull(messages.guestId), heard(db)),
        gt(messages.id, decodeCursor(after)?.id ?? 0),
      ),
    )
    .orderBy(asc(messages.id))
    .limit(pageSize + 1)
  const { locale } = (await settings()).company
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1)?.id : undefined
  return {
    rows: shown.map(({ id, at, body, title, person, department, guest, organisation }) => ({
      ...{ at, title, text: body, outside: guest !== null },
      who: placedName(guest ?? person, (guest === null ? department : organisation) ?? "", locale),
      ref: { kind: "message", id },
    })),
    next: last ? encodeCursor({ key: last, id: last }) : null,
  }
}
