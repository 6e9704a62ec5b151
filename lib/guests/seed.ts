import { eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { clients } from "@/db/schema/clients"
import { groups } from "@/db/schema/groups"
import { guestInvitations } from "@/db/schema/guests"
import { people } from "@/db/schema/people"
import { momentsAround } from "@/lib/calendar/working-days"
import { addDays, dayIn } from "@/lib/calendar/zones"
import { findGroup } from "@/lib/groups/group"
import { canGuestPost, canPost } from "@/lib/groups/policy"
import { sendOrAsk } from "@/lib/messages/leaving"
import { plainly } from "@/lib/messages/sending"
import { type Actor, isGuest, type PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { guestOfInvitation } from "@/lib/platform/guest-session"
import { actorsOf } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { personStep } from "@/lib/platform/steps"
import type { PastChange } from "@/lib/platform/write"
import { newInvitation } from "./inputs"
import { invite } from "./inviting"
import { canInvite } from "./policy"
import { redeem } from "./redeeming"
import { type SampleGuest, sampleGuests, sampleStops } from "./sample-guests"
import { writeAsGuest } from "./writing"

/**
 * The sample company's guests with their past: invited by the person it names, through the same
 * verbs and permissions as at a desk, and saying what they say as themselves.
 */
export async function guestSteps(now: Date, timeZone: string): Promise<PastChange[]> {
  const at = momentsAround(timeZone, now)
  const today = dayIn(timeZone, now)
  const stops = sampleStops.map((stop) =>
    personStep(
      at(stop.days, stop.clock),
      (tx) => personNamed(tx, stop.by),
      (ctx) => sayOutward(ctx, stop),
    ),
  )
  return [...sampleGuests.flatMap(stepsOf(at, today)), ...stops]
}

/** By the verbs and permissions of a desk: it is stopped, and goes the way that was chosen. */
async function sayOutward(
  ctx: Ctx & { actor: PersonActor },
  { group: name, body, outward, reason: outwardReason }: (typeof sampleStops)[number],
): Promise<void> {
  const group = (await findGroup(ctx.tx, await groupNamed(ctx.tx, name))) ?? refuse("not_found")
  if (!canPost(ctx.actor, group)) refuse("forbidden")
  await sendOrAsk(ctx, group, { ...plainly(body), outward, outwardReason })
}

const stepsOf =
  (at: ReturnType<typeof momentsAround>, today: string) =>
  (guest: SampleGuest): PastChange[] => [
    personStep(
      at(guest.days, "09:40"),
      (tx) => personNamed(tx, guest.by),
      async (ctx) => {
        if (!canInvite(ctx.actor)) refuse("forbidden", { values: { who: guest.by } })
        const place = await placeOf(ctx.tx, guest)
        const { link } = await invite(ctx, inputOf(guest, place, addDays(today, guest.lasts)))
        if (link) await redeem(ctx, link.split("/g/")[1] ?? "", "")
      },
    ),
    ...(guest.said ?? []).map(({ days, clock, body }) => ({
      at: at(days, clock),
      by: (tx: Db) => guestNamed(tx, guest.name),
      does: (ctx: Ctx) => speak(ctx, guest.group ?? "", body),
    })),
  ]

const inputOf = ({ name, organisation, purpose, may }: SampleGuest, place: string, until: string) =>
  newInvitation.parse({
    ...{ name, organisation, purpose, until, locale: "zh" },
    scopes: [`${place}:${may}`],
  })

/** `group:7`, or the tickets of a client. */
async function placeOf(tx: Db, { group, client }: SampleGuest): Promise<string> {
  if (group !== undefined) return `group:${await groupNamed(tx, group)}`
  const [row] = await tx
    .select({ id: clients.id })
    .from(clients)
    .where(eq(clients.name, client ?? ""))
  return row ? `ticket_desk:${row.id}` : refuse("not_found", { values: { name: client ?? "" } })
}

async function speak(ctx: Ctx, groupName: string, body: string): Promise<void> {
  const { actor } = ctx
  const group = await findGroup(ctx.tx, await groupNamed(ctx.tx, groupName))
  if (!isGuest(actor) || !group || !canGuestPost(actor, group)) return refuse("forbidden")
  await writeAsGuest(Object.assign(ctx, { actor }), group, { body, fileIds: [] })
}

async function personNamed(tx: Db, name: string) {
  const rows = await tx.select({ id: people.id }).from(people).where(eq(people.name, name))
  const [actor] = await actorsOf(
    tx,
    rows.map(({ id }) => id),
  )
  return actor ?? refuse("not_found", { values: { name } })
}

async function groupNamed(tx: Db, name: string): Promise<number> {
  const [row] = await tx.select({ id: groups.id }).from(groups).where(eq(groups.name, name))
  return row?.id ?? refuse("not_found", { values: { name } })
}

async function guestNamed(tx: Db, name: string): Promise<Actor> {
  const [row] = await tx
    .select({ id: guestInvitations.id })
    .from(guestInvitations)
    .where(eq(guestInvitations.name, name))
  const guest = row && (await guestOfInvitation(tx, row.id))
  return guest ?? refuse("not_found", { values: { name } })
}
