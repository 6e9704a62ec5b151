import type { Db } from "@/db/database"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { instantOf } from "@/lib/calendar/zones"
import { resolvePerson } from "@/lib/people/finding"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { settings } from "@/lib/platform/settings"
import type { MeetingContent, TopicContent } from "./content"
import type { EditedMeetingFields, MeetingFields, TopicFields } from "./inputs"
import type { Carried } from "./inserting"
import { peopleOf } from "./inviting"
import { words } from "./words-minutes"

type Own = Ctx & { actor: PersonActor }

/** What the browser's own date-time field sends, in company time. */
export async function momentOf(local: string): Promise<Date> {
  const { timeZone } = await companyCalendar()
  return instantOf(timeZone, local.slice(0, 10), local.slice(11, 16))
}

/** Somebody named, or nobody where the field is left empty. */
export const maybePerson = (db: Db, typed: string, field: string): Promise<number | null> =>
  typed === "" ? Promise.resolve(null) : resolvePerson(db, typed, field)

/** The form's names and times as ids and instants. */
export async function readContent(
  ctx: Own,
  input: MeetingFields | EditedMeetingFields,
): Promise<MeetingContent> {
  const { title, place, online, group, sensitivity } = input
  const { outsiders } = input
  const hostId = (await maybePerson(ctx.tx, input.host, "host")) ?? ctx.actor.personId
  return {
    ...{ title, place, online, hostId, outsiders },
    startAt: await momentOf(input.start),
    endAt: await momentOf(input.end),
    noteTakerId: (await maybePerson(ctx.tx, input.noteTaker, "noteTaker")) ?? hostId,
    personIds: await everybody(ctx, input),
    groupId: group,
    sensitivityId: sensitivity,
    topics: await readTopics(ctx.tx, input.topics),
  }
}

/** Everybody that a field names. */
export async function readPeople(ctx: Own, typed: readonly string[]): Promise<number[]> {
  const ids: number[] = []
  for (const each of typed) if (each !== "") ids.push(await resolvePerson(ctx.tx, each, "people"))
  return ids
}

/** Topic 0 in the company's language. */
export async function carriedTopic(): Promise<Carried> {
  const { locale } = (await settings()).company
  return { title: words[locale].carried, goal: words[locale].carriedGoal }
}

async function everybody(ctx: Own, { people, invite }: Pick<MeetingFields, "people" | "invite">) {
  const ids = await readPeople(ctx, people)
  if (invite) ids.push(...(await peopleOf(ctx.tx, ctx.actor, invite)).map(({ id }) => id))
  return [...new Set(ids)]
}

async function readTopics(db: Db, topics: readonly TopicFields[]): Promise<TopicContent[]> {
  const read: TopicContent[] = []
  for (const [at, { presenter, ...topic }] of topics.entries())
    read.push({ ...topic, presenterId: await maybePerson(db, presenter, `presenter${at + 1}`) })
  return read
}
