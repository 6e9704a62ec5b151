import type { Db } from "@/db/database"
import { usualCalendar, workingDayFrom } from "@/lib/calendar/working-days"
import { dayIn, instantOf } from "@/lib/calendar/zones"
import { findGroup } from "@/lib/groups/group"
import { muteGroup, pinGroup } from "@/lib/groups/placing"
import { canPost } from "@/lib/groups/policy"
import { refuse } from "@/lib/platform/refusal"
import { personStep, systemStep } from "@/lib/platform/steps"
import type { PastChange } from "@/lib/platform/write"
import { keepDraft } from "./drafting"
import { keep } from "./keeping"
import { sampleOwn } from "./sample/own"
import { type Instants, type SampleLine, sampleTalk } from "./sample/reading"
import { sampleUnread } from "./sample/unread"
import { wordsOf } from "./sample/wording"
import { schedule } from "./scheduling"
import { assemble, type Cast, found, type Own } from "./seed-cast"
import { take } from "./seed-deeds"
import { messageSaid, messageWith, type Places, places } from "./seed-places"
import { writeReading } from "./seed-reading"
import { ringing } from "./seed-ringing"
import { plainly } from "./sending"

/**
 * The sample company's talk: each message, reaction and answer is made by the person it names, when
 * it happened, through the same verbs and the same permissions as at a desk. What was read is
 * written at once, at the end.
 */
export async function messageSteps(now: Date, timeZone: string): Promise<PastChange[]> {
  const at = instantsFrom(now, timeZone)
  const talk = sampleTalk(at)
  const telling = {
    ...{ at, now, cast: await assemble(), where: places() },
    clock: new Intl.DateTimeFormat("sv-SE", { timeZone, timeStyle: "short" }),
    day: new Intl.DateTimeFormat("zh-CN", { timeZone, month: "long", day: "numeric" }),
  }
  return [
    ...talk.map((line) => lineStep(line, telling)),
    ...ringing(talk, now, timeZone),
    ...sampleOwn.map((own) => ownStep(own, telling)),
    readingStep(telling),
  ]
}

interface Telling {
  at: Instants
  now: Date
  clock: Intl.DateTimeFormat
  day: Intl.DateTimeFormat
  cast: Cast
  where: Places
}

/** A text as it would have been typed: names, tasks and times are what they are here and today. */
async function worded(tx: Db, text: string, { at, now, clock, day, cast, where }: Telling) {
  const taskIds = await where.tasksIn(tx, text)
  return wordsOf(text, {
    person: cast.id,
    task: (name) => found(taskIds, name),
    clock: (minutes) => clock.format(now.getTime() + minutes * 60_000),
    day: (days) => day.format(at({ days, clock: "12:00" })),
  })
}

function lineStep(line: SampleLine, telling: Telling): PastChange {
  const { cast, where } = telling
  const { deed, who, at } = line
  const text = "says" in deed ? deed.says : "edits" in deed ? deed.edits : ""
  const to = "forwards" in deed ? deed.forwards : "moves" in deed ? deed.moves : line.place
  return personStep(
    at,
    async (tx) => cast.actor(tx, who, await where.groupId(tx, to)),
    async (ctx) => {
      const said = async (before: SampleLine | null) =>
        before &&
        messageSaid(ctx.tx, {
          groupId: await where.groupId(ctx.tx, before.place),
          authorId: cast.id(before.who),
          at: before.at,
        })
      await take(ctx, deed, {
        groupId: await where.groupId(ctx.tx, to),
        root: await said(line.root),
        last: await said(line.last),
        words: await worded(ctx.tx, text, telling),
      })
    },
  )
}

function ownStep(own: (typeof sampleOwn)[number], telling: Telling): PastChange {
  const { cast, where, now } = telling
  return personStep(
    new Date(now.getTime() - 20 * 60_000),
    async (tx) => cast.actor(tx, own.who, await where.groupId(tx, own.place)),
    (ctx) => arrange(ctx, own, telling),
  )
}

async function arrange(ctx: Own, own: (typeof sampleOwn)[number], telling: Telling) {
  const groupId = await telling.where.groupId(ctx.tx, own.place)
  const group = (await findGroup(ctx.tx, groupId)) ?? refuse("not_found")
  if (!canPost(ctx.actor, group)) refuse("forbidden")
  if ("drafts" in own)
    return keepDraft(
      ctx,
      { groupId, threadId: null },
      {
        text: (await worded(ctx.tx, own.drafts, telling)).body,
        mentions: [],
      },
    )
  if ("later" in own) {
    const { body } = await worded(ctx.tx, own.later, telling)
    return schedule(ctx, group, plainly(body), telling.at({ days: 1, clock: "09:00" }))
  }
  if ("keeps" in own) return keep(ctx, await messageWith(ctx.tx, groupId, own.keeps), true)
  return own.does === "pin" ? pinGroup(ctx, group, true) : muteGroup(ctx, group, true)
}

const readingStep = ({ now, cast, where }: Telling): PastChange =>
  systemStep(now, "sample", async (ctx) => {
    const unread = new Map<number, Map<number, number>>()
    for (const [place, people] of Object.entries(sampleUnread)) {
      const left = Object.entries(people).map(([name, count]) => [cast.id(name), count] as const)
      unread.set(await where.groupId(ctx.tx, place), new Map(left))
    }
    await writeReading(ctx, unread)
  })

/** Working days around today; history never reaches into the future. */
function instantsFrom(now: Date, timeZone: string): Instants {
  const today = dayIn(timeZone, now)
  const calendar = usualCalendar(timeZone, Number(today.slice(0, 4)))
  return (moment) =>
    "minutesAgo" in moment
      ? new Date(Math.round(now.getTime() - moment.minutesAgo * 60_000))
      : instantOf(timeZone, workingDayFrom(calendar, today, moment.days), moment.clock)
}
