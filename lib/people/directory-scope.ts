import { and, gte, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { db } from "@/db/engine"
import { people } from "@/db/schema/people"
import { addDays } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import type { Organisation } from "@/lib/platform/organisation"
import type { DirectoryFilter } from "./directory-filter"
import { canSeeLeavers } from "./directory-policy"
import { awayOn } from "./leave-now"

/** Days that somebody is new (新员工). */
const newFor = 90

/** The first day of hiring that still makes somebody new on `today`. */
export const newSince = (today: string): string => addDays(today, 1 - newFor)

export type View = DirectoryFilter["view"]

/** The view that somebody gets who asks for one: leavers are for some only. */
export const allowedView = (actor: PersonActor, view: View): View =>
  view === "left" && !canSeeLeavers(actor) ? "active" : view

/** What a condition looks at: the company, and today as a day of its calendar. */
export interface Now {
  org: Organisation
  today: string
}

const headIds = (org: Organisation): number[] => [...org.ledBy.keys()]

const isHead = (org: Organisation): SQL => inArray(people.id, idsIn(headIds(org)))

/** Whom a view shows, as a condition on `people`. */
export function shownIn(view: View, { org, today }: Now): SQL | undefined {
  if (view === "left") return isNotNull(people.disabledAt)
  const here = isNull(people.disabledAt)
  if (view === "heads") return and(here, isHead(org))
  if (view === "new") return and(here, gte(people.hiredOn, newSince(today)))
  if (view === "leave") return and(here, inArray(people.id, awayOn(db(), today)))
  return here
}

/** The post as it is written, anywhere in it. */
export const withPost = (post: string | undefined): SQL | undefined =>
  post
    ? sql`lower(${people.post}) like ${`%${escaped(post.toLowerCase())}%`} escape '\\'`
    : undefined

/** A text to stand inside `like … escape '\'`. */
export const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
