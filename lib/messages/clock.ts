import { eq, inArray, sql } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { clocks } from "@/db/schema/messages"
import { people } from "@/db/schema/people"
import { dayIn } from "@/lib/calendar/zones"
import type { Grant } from "@/lib/platform/actor"
import { settings } from "@/lib/platform/settings"
import type { ClockRow } from "./clock-closing"

/** An overdue answer as those see it whom it was escalated to: names, group and time, never text. */
export interface Clock extends ClockRow {
  title: string
  groupName: string
  groupKind: (typeof groups.$inferSelect)["kind"]
  names: { asked: string; holder: string; askedBy: string }
  grants: readonly Grant[]
  sensitivityId: null
}

const byId = prepared((db) =>
  db
    .select({ clock: clocks, groupName: groups.name, groupKind: groups.kind })
    .from(clocks)
    .innerJoin(groups, eq(groups.id, clocks.groupId))
    .where(eq(clocks.id, sql.placeholder("id")))
    .prepare(),
)

/**
 * The clock, whoever asks. Only one that was escalated is a record of its own, for those it
 * concerns and those it was escalated to; until then it is nobody's to open.
 */
export async function findClock(db: Db, id: number): Promise<Clock | null> {
  if (!Number.isSafeInteger(id)) return null
  const [row] = await byId(db).execute({ id })
  if (!row?.clock.escalatedAt) return null
  const { clock, groupName, groupKind } = row
  const concerned = [clock.holderId, clock.personId, clock.askedById]
  const named = new Map(
    (
      await db
        .select({ id: people.id, name: people.name })
        .from(people)
        .where(inArray(people.id, idsIn(concerned)))
    ).map((person) => [person.id, person.name]),
  )
  const nameOf = (personId: number) => named.get(personId) ?? ""
  const names = {
    asked: nameOf(clock.personId),
    holder: nameOf(clock.holderId),
    askedBy: nameOf(clock.askedById),
  }
  const { timeZone } = (await settings()).company
  const about = [`${names.askedBy} → ${names.holder}`, groupName, dueText(timeZone, clock.dueAt)]
  return {
    ...clock,
    groupName,
    groupKind,
    names,
    title: about.filter(Boolean).join(" · "),
    sensitivityId: null,
    grants: [...new Set([...concerned, ...(clock.escalatedTo ?? [])])].map((personId) => ({
      principal: `person:${personId}`,
      level: "view",
    })),
  }
}

/** `11-24 10:29` in company time: read the same in every language. */
function dueText(timeZone: string, at: Date): string {
  const clock = { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const
  const time = new Intl.DateTimeFormat("en-GB", clock).format(at)
  return `${dayIn(timeZone, at).slice("2026-".length)} ${time}`
}
