import { db } from "@/db/engine"
import { sensitivities } from "@/db/schema/people"
import { facesOf, namesOf } from "@/lib/people/finding"
import type { Locale, PersonActor } from "@/lib/platform/actor"
import { guestNames } from "@/lib/platform/guest-names"
import type { Titled } from "@/lib/platform/module"
import { titlesOf } from "@/lib/platform/naming"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import { peopleIn } from "./changes"
import type { AuditEvent } from "./queries"
import { doerOf, type Session, sessionsOf } from "./sources"

/** Everything that rows need beside their events: asked once for all of them. */
export interface Surroundings {
  names: ReadonlyMap<number, string>
  /** Of guests, by their invitations' numbers. */
  guests: ReadonlyMap<number, string>
  /** Files of the doers' pictures. */
  faces: ReadonlyMap<number, number>
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
  const doers = rows.flatMap((row) => doerOf(row) ?? [])
  const reviewers = rows.flatMap((row) => row.reviewedBy ?? [])
  const outside = rows.flatMap(({ actorKind, actorId }) =>
    actorKind === "guest" ? (actorId ?? []) : [],
  )
  const [names, guests, faces, titles, sessions, labels, org] = await Promise.all([
    namesOf(db(), [...doers, ...reviewers, ...peopleIn(rows)]),
    guestNames(db(), outside, locale),
    facesOf(db(), doers),
    titlesOf(db(), reader, rows, locale),
    sessionsOf(rows),
    db().select().from(sensitivities),
    organisation(db()),
  ])
  return {
    names,
    guests,
    faces,
    titles,
    sessions,
    labels: new Map(labels.map((row) => [row.id, locale === "zh" ? row.name : row.nameEn])),
    department: (id) => departmentPath(org, id),
  }
}
