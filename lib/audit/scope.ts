import { and, eq, gte, inArray, like, lt, or, type SQL, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { db } from "@/db/engine"
import { events, ofType, talk as talkType } from "@/db/schema/events"
import { people } from "@/db/schema/people"
import { instantOf } from "@/lib/calendar/zones"
import { registry } from "@/lib/platform/registry"
import { settings } from "@/lib/platform/settings"
import type { AuditFilter } from "./filter"
import { doorTypes, isIn } from "./groups"
import { marked, stillOpen } from "./reviewing"
import { type IdRange, idsWithin } from "./time-search"

const mostPeople = 20

/** A filter as the database is asked for it. */
export interface Scope {
  /** Each is a range of one index in the order of ids; together they are everything wanted. */
  branches: SQL[]
  /** What else has to hold. */
  rest: SQL | undefined
  /** The same without the time: for the bars, which show what lies around it. */
  around: SQL | undefined
  /** Nothing but the time narrows it. */
  everything: boolean
  /** Ids between which the time range lies. */
  range: IdRange
  from: Date | null
  until: Date | null
  /** An index alone doesn't answer it: rows are looked through, so only so many at a time. */
  searching: boolean
  /** No index leads to talk, which is seldom far to seek. */
  talk: boolean
  /** Ids of the people meant; empty when nobody is called so. */
  people: number[] | null
}

/**
 * What a filter means now: who is called so, and between which ids the time lies.
 * @param known these ids, where the same time was asked for before
 */
export async function scopeOf(filter: AuditFilter, known?: IdRange): Promise<Scope> {
  const { timeZone } = (await settings()).company
  const [from, until] = [filter.from, filter.until].map((at) => instant(timeZone, at))
  const [people, range] = await Promise.all([
    filter.person === undefined ? null : peopleCalled(db(), filter.person),
    known ?? idsWithin(from ?? null, until ?? null),
  ])
  const { conditions, branches, talk } = conditionsOf(filter, people)
  const times = [from && gte(events.at, from), until && lt(events.at, until)]
  return {
    branches,
    rest: and(...conditions, ...times.map((time) => time ?? undefined)),
    around: and(...conditions),
    everything: conditions.length === 0,
    range,
    from: from ?? null,
    until: until ?? null,
    searching: conditions.length > 1 || filter.address !== undefined,
    talk,
    people,
  }
}

/** Company time; null for a day or a clock that doesn't exist. */
function instant(timeZone: string, written: string | undefined): Date | null {
  const [day = "", clock = ""] = written?.split("T") ?? []
  try {
    return day ? instantOf(timeZone, day, clock) : null
  } catch {
    return null
  }
}

function conditionsOf(filter: AuditFilter, people: number[] | null) {
  const types = typesOf(filter)
  const ways: (readonly SQL[] | null)[] = [
    filter.kind !== undefined && filter.record !== undefined
      ? [sql`${events.kind} = ${filter.kind} and ${events.recordId} = ${filter.record}`]
      : null,
    people?.flatMap(deedsOf) ?? null,
    filter.review === "open" ? [stillOpen] : null,
    filter.review === "all" ? [marked] : null,
    types?.map(ofType) ?? null,
  ]
  const used = ways.filter((way) => way !== null)
  const conditions = used.map((way) => either(way))
  if (filter.address) conditions.push(like(events.address, `${filter.address}%`))
  return { conditions, branches: [...(used[0] ?? [sql`1 = 1`])], talk: !!types?.includes(talkType) }
}

const either = (way: readonly SQL[]): SQL => or(...way) ?? sql`1 = 0`

/**
 * What somebody did, and how they came in: the system opens the door. The type is no bare column
 * here, or all sign-ins of everybody would be gone through instead of this person's events.
 */
const deedsOf = (id: number): SQL[] => [
  sql`${events.actorId} = ${id} and ${events.actorKind} = 'person'`,
  ...doorTypes.map(
    (type) =>
      sql`${events.kind} = 'person' and ${events.recordId} = ${id} and ${events.actorKind} = 'system' and ${events.type} || '' = ${type}`,
  ),
]

/** Event types that group, type and kind leave over; null when none of them is asked for. */
function typesOf({ group, type, kind, record }: AuditFilter): string[] | null {
  const byKind = kind !== undefined && record === undefined
  if (!group && !type && !byKind) return null
  return [...registry().events]
    .filter(([, spec]) => !byKind || spec.kind === kind)
    .flatMap(([name]) => ((!group || isIn(group, name)) && (!type || name === type) ? [name] : []))
}

/** Everybody who is called so, those who left too: the log outlives them. */
async function peopleCalled(on: Db, typed: string): Promise<number[]> {
  const chosen = /^#(\d{1,15})$/.exec(typed)?.[1]
  if (chosen) return [Number(chosen)]
  const rows = await on
    .select({ id: people.id })
    .from(people)
    .where(
      or(
        eq(people.name, typed),
        inArray(people.staffNo, [typed, typed.toUpperCase()]),
        eq(people.email, typed.toLowerCase()),
      ),
    )
    .limit(mostPeople)
  return rows.map((row) => row.id)
}
