import { outwardRequests } from "@/db/schema/outward"
import { hasDuty, type PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { attachFiles } from "@/lib/platform/files/attaching"
import { refuse } from "@/lib/platform/refusal"
import { maskedWhole } from "@/lib/platform/screening/screening"
import { askedOf } from "./asked-of"
import { type Counts, countsIn, foundIn, sentenceOf, type Unread, unreadIn } from "./found"
import type { WayOut } from "./inputs"
import { isCleared } from "./policy"
import { type Found, isClean, isOnlyUnread, masksAll, type Stop } from "./stop"

export type OutwardCtx = Ctx & { actor: PersonActor }

/** Something that is about to be read outside the company. */
export interface Leaving {
  /** Who sends it if it is released later: its name under `outward` in a manifest. */
  sender: string
  /** What that sender takes, with everything of it. */
  input: unknown
  /** Where it will be read. */
  place: { kind: string; recordId: number }
  /** What it says, as it was written. */
  text: string
  /** Files that its author sent and that go with it; they hang on nothing yet. */
  fileIds: readonly number[]
}

/** What may go out; or that somebody has been asked first, and nothing goes out now. */
export type Passed =
  | {
      asked: null
      text: string
      original: string | null
      finds: Counts | null
      unread?: Unread | undefined
    }
  | { asked: number }
/** What has passed. */
export type MayGo = Extract<Passed, { asked: null }>

/**
 * The one gate on the way to outsiders (decision 31). Whoever lets a text out calls it in the
 * transaction that sends it, once it is known that outsiders will read it.
 * @throws Refusal "conflict" with `current.outward`, a `Stop`, until its author has chosen a way
 */
export async function passOutward(ctx: OutwardCtx, leaving: Leaving, way: WayOut): Promise<Passed> {
  const { text } = leaving
  const found = await foundIn(ctx, leaving)
  if (isClean(found)) return asItIs(text)
  const finds = countsIn(found)
  const unread = unreadIn(found)
  if (way.outward === "mask" && masksAll(found))
    return { asked: null, text: await maskedWhole(text), original: text, finds, unread }
  if (way.outward === "anyway" && isOnlyUnread(found)) return { ...asItIs(text), unread }
  if (way.outward === "ask") return { asked: await keepRequest(ctx, leaving, finds, way) }
  if (way.outward === "release" && isCleared(ctx.actor)) {
    await keepRequest(ctx, leaving, finds, way)
    return { asked: null, text, original: null, finds, unread }
  }
  return stop(ctx, found)
}

/**
 * The gate where nobody can be asked first: as it is, masked, or with files that nobody could read,
 * where that was chosen.
 * @throws Refusal as `passOutward`
 */
export async function passNow(ctx: OutwardCtx, leaving: Leaving, way: WayOut): Promise<MayGo> {
  const alone = way.outward === "mask" || way.outward === "anyway" ? way.outward : undefined
  const passed = await passOutward(ctx, leaving, { outward: alone })
  return passed.asked === null ? passed : refuse("conflict")
}

/** For the event of what went out: that something of it couldn't be read. */
export const notRead = ({ unread }: Pick<MayGo, "unread">) => (unread ? { unread } : {})

/** A text that has passed already, or that nobody outside reads. */
export const asItIs = (text: string): MayGo => ({ asked: null, text, original: null, finds: null })

async function stop(ctx: OutwardCtx, found: Found): Promise<never> {
  const { name } = await askedOf(ctx.tx, ctx.actor)
  const administers = hasDuty(ctx.actor, "platform")
  const outward: Stop = { ...found, cleared: isCleared(ctx.actor), administers, asks: name }
  return refuse("conflict", { sentence: sentenceOf(found), current: { outward } })
}

/** Puts down what is asked for, or what somebody cleared lets out themselves. */
async function keepRequest(
  ctx: OutwardCtx,
  { sender, input, place, text, fileIds }: Leaving,
  finds: Counts,
  { outward, outwardReason = "" }: WayOut,
): Promise<number> {
  if (outwardReason === "") refuse("invalid", { fields: { outwardReason: "outward.error.reason" } })
  // A reason that repeats what was found would put it into the audit log.
  const reason = await maskedWhole(outwardReason)
  const own = outward === "release"
  const { id: headId } = await askedOf(ctx.tx, ctx.actor)
  const [row] = await ctx.tx
    .insert(outwardRequests)
    .values({
      ...{ sender, finds, reason, kind: place.kind, recordId: place.recordId },
      authorId: ctx.actor.personId,
      headId: own ? null : headId,
      // What its author lets out is sent already: nothing of it has to wait here.
      input: own ? {} : input,
      text: own ? "" : text,
      shown: await maskedWhole(text),
      createdAt: ctx.now,
      ...(own && { decidedAt: ctx.now, decidedById: ctx.actor.personId, accepted: true }),
      ...(own && { sentAt: ctx.now }),
    })
    .returning({ id: outwardRequests.id })
  const id = row?.id ?? refuse("conflict")
  // Who decides may open them; and they don't get lost while it waits.
  if (!own) await attachFiles(ctx, "outward", id, fileIds)
  emit(ctx, {
    type: own ? "outward.released" : "outward.asked",
    recordId: id,
    data: { ref: `${place.kind}:${place.recordId}`, finds, reason },
    needsReview: own,
  })
  return id
}
