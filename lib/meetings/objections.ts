import { desc, eq } from "drizzle-orm"
import { alias } from "drizzle-orm/sqlite-core"
import { db } from "@/db/engine"
import { minutesObjections } from "@/db/schema/meetings/record"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import type { Meeting } from "./meeting"
import { objectionsUntil } from "./objecting"
import { canAnswerObjection, canObject } from "./policy"

const mostShown = 100
const answerer = alias(people, "answerer")

/** What was objected to and how it was answered, the newest first, and until when one still may. */
export async function objectionsFor(actor: PersonActor, meeting: Meeting, now: Date) {
  const rows = await db()
    .select({
      id: minutesObjections.id,
      number: minutesObjections.number,
      what: minutesObjections.what,
      why: minutesObjections.why,
      at: minutesObjections.at,
      outcome: minutesObjections.outcome,
      answer: minutesObjections.answer,
      answeredAt: minutesObjections.answeredAt,
      person: { id: people.id, name: people.name, face: people.faceFileId },
      answeredBy: answerer.name,
    })
    .from(minutesObjections)
    .innerJoin(people, eq(people.id, minutesObjections.personId))
    .leftJoin(answerer, eq(answerer.id, minutesObjections.answeredById))
    .where(eq(minutesObjections.meetingId, meeting.id))
    .orderBy(desc(minutesObjections.id))
    .limit(mostShown)
  const until = await objectionsUntil(db(), meeting)
  return {
    rows,
    until,
    may: canObject(actor, meeting) && until !== null && now < until,
    mayAnswer: canAnswerObjection(actor, meeting),
  }
}

export type Objections = Awaited<ReturnType<typeof objectionsFor>>
