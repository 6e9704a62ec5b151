import { eq } from "drizzle-orm"
import { db } from "@/db/engine"
import { clients } from "@/db/schema/clients"
import { groups } from "@/db/schema/groups"
import { people } from "@/db/schema/people"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { momentsAround } from "@/lib/calendar/working-days"
import { dayIn } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import { comment } from "@/lib/platform/comments"
import type { Ctx } from "@/lib/platform/context"
import { actorsOf } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { isCreditCode } from "@/lib/platform/screening/checksums"
import { personStep } from "@/lib/platform/steps"
import type { PastChange } from "@/lib/platform/write"
import { createTask } from "@/lib/tasks/creating"
import { canCreate as canCreateTask } from "@/lib/tasks/policy"
import { archiveClient } from "./archiving"
import { askHandover } from "./asking-handover"
import { homeOf } from "./checking"
import { type Client, seenClient } from "./client"
import { saveContact } from "./contacts"
import { createClient } from "./creating"
import { linkGroup } from "./group-link"
import { morningOf } from "./next-contact"
import { canArchive, canComment, canCreate, canEdit, canHandOver, canRecord } from "./policy"
import { recordCommunication } from "./recording"
import { type Deed, type Moment, type SampleClient, sampleClients } from "./sample/reading"

type Own = Ctx & { actor: PersonActor }

interface Telling {
  at(moment: Moment): Date
  /** The morning of a working day. */
  morning(days: number): Promise<Date>
  endOf(days: number): Date
  person(name: string): number
}

/**
 * The sample company's clients with their past: each step is made by the person it names, when it
 * happened, through the same verbs and the same permissions as at a desk.
 */
export async function clientSteps(now: Date, timeZone: string): Promise<PastChange[]> {
  const telling = await assemble(now, timeZone)
  const step = (who: string, when: Moment, does: (ctx: Own) => Promise<unknown>) =>
    personStep(telling.at(when), (tx) => actorAt(tx, telling.person(who)), does)
  const told = sampleClients().flatMap((client, nth) => [
    step(client.creator, client.created, (ctx) => enter(ctx, telling, client, nth)),
    ...client.steps.map(({ at, who, deed }) =>
      step(who, at, async (ctx) => act(ctx, telling, await named(ctx, client.name), deed)),
    ),
  ])
  const linked = links.map(({ at, who, client, group }) =>
    step(who, at, async (ctx) => link(ctx, await named(ctx, client), group)),
  )
  return [...told, ...linked]
}

/** Groups in which a client is spoken with. */
const links = [
  {
    ...{ at: { days: -17, clock: "09:30" }, who: "梁音" },
    ...{ client: "杭州远山科技有限公司", group: "远山科技" },
  },
]

async function link(ctx: Own, client: Client, name: string): Promise<void> {
  require(canEdit(ctx.actor, client))
  const [group] = await ctx.tx.select({ id: groups.id }).from(groups).where(eq(groups.name, name))
  await linkGroup(ctx, client, group?.id ?? 0)
}

async function assemble(now: Date, timeZone: string): Promise<Telling> {
  const on = momentsAround(timeZone, now)
  const staff = await db().select({ id: people.id, name: people.name }).from(people)
  const byName = new Map(staff.map(({ id, name }) => [name, id]))
  return {
    at: ({ days, clock }) => on(days, clock),
    endOf: (days) => on(days, "18:00"),
    morning: async (days) => {
      const calendar = await companyCalendar()
      return morningOf(calendar, dayIn(timeZone, on(days, "12:00")))
    },
    person: (name) => {
      const id = byName.get(name)
      if (id === undefined) throw new Error(`the sample company has no ${name}`)
      return id
    },
  }
}

async function actorAt(tx: Ctx["tx"], personId: number): Promise<PersonActor> {
  const [actor] = await actorsOf(tx, [personId])
  return actor ?? refuse("not_found")
}

/** No two of them are called the same. */
async function named(ctx: Own, name: string): Promise<Client> {
  const [row] = await ctx.tx.select({ id: clients.id }).from(clients).where(eq(clients.name, name))
  const client = row && (await seenClient(ctx, row))
  return client ?? refuse("not_found", { values: { who: ctx.actor.name, what: name } })
}

const require = (may: boolean): void => {
  if (!may) refuse("forbidden")
}

/** Made up, with a last sign that fits. */
function sampleCode(nth: number): string {
  const begin = `91330100MA2${String(110_000 + nth * 37).slice(0, 6)}`
  const last = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"].find((sign) => isCreditCode(begin + sign))
  return begin + (last ?? "")
}

async function enter(ctx: Own, telling: Telling, sample: SampleClient, nth: number) {
  require(canCreate(ctx.actor))
  const { name, shortName, stage, region, tags, remark, contacts } = sample
  const ownerId = telling.person(sample.owner)
  const id = await createClient(ctx, {
    ...{ name, shortName, stage, region, tags, remark, address: "", ownerId },
    creditCode: sampleCode(nth),
    department: (await homeOf(ctx.tx, ownerId)) ?? refuse("not_found"),
  })
  for (const contact of contacts) {
    const client = (await seenClient(ctx, { id })) ?? refuse("not_found")
    await saveContact(ctx, client, undefined, { ...contact, main: client.contacts.length === 0 })
  }
}

async function act(ctx: Own, telling: Telling, client: Client, deed: Deed): Promise<unknown> {
  switch (deed.does) {
    case "say":
      require(canComment(ctx.actor, client))
      return comment(ctx, "client", client.id, deed.text)
    case "archive":
      require(canArchive(ctx.actor, client))
      return archiveClient(ctx, client, true)
    case "hand over":
      require(canHandOver(ctx.actor, client))
      return askHandover(ctx, client, { ...deed, toId: telling.person(deed.to), all: false })
    case "task":
      require(canCreateTask(ctx.actor))
      return createTask(ctx, {
        ...{ name: deed.name, description: "", risk: "", priority: "medium" },
        ...{ coworkerIds: [], startAt: null, departmentId: null, sensitivityId: null },
        ...{ ownerId: telling.person(deed.owner), dueAt: telling.endOf(deed.due) },
        source: { kind: "client", id: client.id },
      })
    default: {
      require(canRecord(ctx.actor, client))
      const { method, topic, need, response, plan, contact, next } = deed
      return recordCommunication(ctx, client, {
        ...{ method, topic, need, response, plan, contactName: contact, at: ctx.now },
        ownerId: deed.owner ? telling.person(deed.owner) : ctx.actor.personId,
        nextAt: next === null ? null : await telling.morning(next),
      })
    }
  }
}
