import { db } from "@/db/engine"
import { sensitivities } from "@/db/schema/people"
import { namesOf } from "@/lib/people/finding"
import type { Locale, PersonActor } from "@/lib/platform/actor"
import type { Titled } from "@/lib/platform/module"
import { titlesOf } from "@/lib/platform/naming"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import { peopleIn } from "./changes"
import type { AuditEvent } from "./queries"
import { doerOf, type Session, sessionsOf } from "./sources"

/** Everything that rows need beside their events: asked once for all of them. */
export interface Surroundings {
  names: ReadonlyMap<number, string>
  /** Titles of the records that this reader may see, by `placeKey`. */
  titles: ReadonlyMap<string, Titled>
  sessions: readonly Session[]
  labels: ReadonlyMap<number, string>
  department(id: number): string
}

export async function surroundingsOf(
  reader: PersonActor,
  rows: readonly AuditEvent[],
  locale: Locale,
): Promise<Surroundings> {
  const people = [
    ...rows.flatMap((row) => [doerOf(row) ?? [], row.reviewedBy ?? []].flat()),
    ...peopleIn(rows),
  ]
  const [names, titles, sessions, labels, org] = await Promise.all([
    namesOf(db(), people),
    titlesOf(db(), reader, rows),
    sessionsOf(rows),
    db().select().from(sensitivities),
    organisation(db()),
  ])
  return {
    names,
    titles,
    sessions,
    labels: new Map(labels.map((row) => [row.id, locale === "zh" ? row.name : row.nameEn])),
    department: (id) => departmentPath(org, id),
  }
}
