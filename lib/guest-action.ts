import "./modules"
import { refresh } from "next/cache"
import { headers } from "next/headers"
import { redirect } from "next/navigation"
import type { z } from "zod"
import { soon, tooOften } from "./action"
import type { GuestActor } from "./platform/actor"
import { answerOf, readInput, typedIn } from "./platform/answers"
import type { Ctx, Origin } from "./platform/context"
import { denied } from "./platform/denials"
import { currentGuest, guestOr, guestStillIn } from "./platform/guest-session"
import { answeredBefore, keepAnswer } from "./platform/idempotency"
import { countAgainst, type RateLimit } from "./platform/rate-limit"
import { Refusal, refuse } from "./platform/refusal"
import { fromThisSite, origin } from "./platform/request"
import type { Result } from "./platform/result"
import { write } from "./platform/write"

export type GuestCtx = Ctx & { actor: GuestActor }

interface GuestSpec<S extends z.ZodType, R, O> {
  name: string
  input: S
  load: (ctx: GuestCtx, input: z.output<S>) => Promise<R | null>
  can: (actor: GuestActor, record: R, input: z.output<S>) => boolean
  run: (ctx: GuestCtx, record: R, input: z.output<S>) => Promise<O>
  limit?: RateLimit
  /** Writers with the same key take turns. */
  lock?: (input: z.output<S>) => string
  /** Where a form goes when it is done; nowhere when it stays. */
  next?: (value: O) => string
}

const usualLimit: RateLimit = { times: 30, per: 60 }

/**
 * `action` for guests: only their own cookie counts, and whoever is signed in on the same browser is
 * nobody here. What they wrote comes back with the reason when their time is over.
 */
export function guestAction<S extends z.ZodType, R, O>(spec: GuestSpec<S, R, O>) {
  const act = async (...args: unknown[]): Promise<Result<O>> => {
    const raw = args.at(-1)
    const { result } = await answerOf(spec.name, typedIn(raw), async () =>
      carryOutAsGuest(spec, await guestWhoAsks(), raw, await origin()),
    )
    if (result.ok) refresh()
    if (result.ok && spec.next) redirect(spec.next(result.value))
    return result
  }
  return Object.assign(act, { spec })
}

/**
 * Whoever asks as a guest, from a page of theirs.
 * @throws Refusal that says why they are none (any more)
 */
export async function guestWhoAsks(): Promise<GuestActor> {
  if (!fromThisSite(await headers())) refuse("forbidden")
  return guestOr(await currentGuest())
}

/**
 * What was sent, done as a guest.
 * @throws a Refusal or a ZodError; anything else is a fault of ours
 */
export async function carryOutAsGuest<S extends z.ZodType, R, O>(
  spec: GuestSpec<S, R, O>,
  guest: GuestActor,
  raw: unknown,
  from: Origin,
) {
  const since = performance.now()
  const { input, key } = readInput(spec.input, raw)
  const value = await write(
    guest,
    async (ctx) => {
      const late = performance.now() - since > soon
      const actor = late ? await guestStillIn(ctx.tx, guest) : guest
      return within(spec, Object.assign(ctx, { actor }), input, key)
    },
    { origin: from, lock: spec.lock?.(input) },
  )
  if (value instanceof Refusal) throw value
  return { value, input }
}

async function within<S extends z.ZodType, R, O>(
  spec: GuestSpec<S, R, O>,
  ctx: GuestCtx,
  input: z.output<S>,
  key: string | undefined,
): Promise<O | Refusal> {
  const limitKey = `${spec.name}:guest:${ctx.actor.guestId}`
  const wait = await countAgainst(ctx.tx, limitKey, spec.limit ?? usualLimit, ctx.now)
  if (wait > 0) return tooOften(wait)
  const submission = key === undefined ? null : { action: spec.name, key, input }
  const before = submission && (await answeredBefore(ctx, submission))
  if (before === "conflict") return new Refusal("conflict", { sentence: "errors.keyReused" })
  if (before) return JSON.parse(before.answer)
  try {
    return await ctx.part(async () => {
      const record = (await spec.load(ctx, input)) ?? refuse("not_found")
      if (!spec.can(ctx.actor, record, input)) refuse("forbidden")
      const value = await spec.run(ctx, record, input)
      if (submission) await keepAnswer(ctx, submission, value)
      return value
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === "forbidden" || error.code === "not_found")
      await denied(ctx, spec.name, error.code)
    return error
  }
}
