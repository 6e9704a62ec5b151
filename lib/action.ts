import "./modules"
import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import type { z } from "zod"
import type { Actor, PersonActor } from "./platform/actor"
import { answerOf, isPlain, readInput, typedIn } from "./platform/answers"
import { headersAsked } from "./platform/asked"
import type { Ctx, Origin } from "./platform/context"
import { denied } from "./platform/denials"
import { answeredBefore, keepAnswer } from "./platform/idempotency"
import { actorsOf } from "./platform/organisation"
import { countAgainst, type RateLimit } from "./platform/rate-limit"
import { Refusal, refuse } from "./platform/refusal"
import { fromThisSite, origin } from "./platform/request"
import type { Result } from "./platform/result"
import { currentSession } from "./platform/session"
import { isOpen } from "./platform/session-row"
import { write } from "./platform/write"

export interface Spec<S extends z.ZodType, R, P, O> {
  /** `tasks.complete`: names it in limits, logs and the audit log. */
  name: string
  input: S
  /** May be called while a new password or the second factor is due: it is how that is done. */
  whileDue?: true
  /** Slow work before the transaction (hashing, reading a file). */
  prepare?: (input: z.output<S>, actor: PersonActor) => Promise<P>
  /** That takes an instant: it is counted with the change itself, without a commit of its own. */
  prepareIsQuick?: true
  /** The record by id and visibility in one; null reads as not found. */
  load: (ctx: Ctx & { actor: PersonActor }, input: z.output<S>) => Promise<R | null>
  can: (actor: PersonActor, record: R, input: z.output<S>) => boolean
  run: (ctx: Ctx & { actor: PersonActor }, record: R, input: z.output<S>, prepared: P) => Promise<O>
  /** After the commit: what only the browser gets to know (cookies). */
  after?: (prepared: P, value: O) => Promise<void>
  limit?: RateLimit
  /** Writers with the same key take turns. */
  lock?: (input: z.output<S>) => string
  /** Its answer holds what is shown once or only to the sender: kept for a repeat, it lies locked. */
  secretAnswer?: true
  /** Where a form goes when it is done; nowhere when it stays. */
  next?: (value: O, input: z.output<S>) => string | undefined
}

const usualLimit: RateLimit = { times: 120, per: 60 }

/** What nothing has to be loaded for. */
export const nothing = async (): Promise<true> => true

/**
 * The one way to write. Every exported action is a public POST: only what stands here guards it.
 * Called with an object, or as a form's action with (previous answer, form data).
 * @returns the action; it carries what it was made of, so that it can be tried without a browser
 */
export function action<S extends z.ZodType, R, O, P = undefined>(
  spec: Spec<S, R, P, O>,
): (...args: unknown[]) => Promise<Result<O>> {
  const act = async (...args: unknown[]): Promise<Result<O>> => {
    const raw = args.at(-1)
    const answer = await answerOf(spec.name, typedIn(raw), () => run(spec, raw))
    if (answer.result.ok) {
      refresh()
      const next = answer.input !== undefined && spec.next?.(answer.result.value, answer.input)
      if (next) redirect(next)
    }
    return answer.result
  }
  return Object.assign(act, { spec })
}

/**
 * Who sent this, from a page of this site.
 * @throws Refusal when nobody is signed in, or something is due first
 */
export async function whoAsks(whileDue?: true): Promise<PersonActor> {
  if (!fromThisSite(await headersAsked())) refuse("forbidden")
  const session = await currentSession()
  if (typeof session === "string") return refuse("signed_out")
  if (session.due && !whileDue) refuse("forbidden", { sentence: `errors.due.${session.due}` })
  return session.actor
}

/** The way of every change, from what was sent to the committed answer. */
export async function run<S extends z.ZodType, R, P, O>(spec: Spec<S, R, P, O>, raw: unknown) {
  const actor = await whoAsks(spec.whileDue)
  const { value, input, ready } = await carryOut(spec, actor, raw, await origin())
  await spec.after?.(ready, value)
  return { value, input }
}

/**
 * What was sent, done as somebody.
 * @throws a Refusal or a ZodError; anything else is a fault of ours
 */
export async function carryOut<S extends z.ZodType, R, P, O>(
  spec: Spec<S, R, P, O>,
  actor: PersonActor,
  raw: unknown,
  from: Origin,
) {
  const since = performance.now()
  const { input, key } = readInput(spec.input, raw)
  if (spec.prepare && !spec.prepareIsQuick) await withinLimit(spec, actor)
  const ready = (await spec.prepare?.(input, actor)) as P
  const slow = spec.prepare && !spec.prepareIsQuick
  const value = await write(
    actor,
    async (ctx) => {
      const late = slow || performance.now() - since > soon
      const who = late ? await askedAgain(ctx, actor) : actor
      return within(spec, asPerson(ctx, who), input, key, ready)
    },
    { origin: from, lock: spec.lock?.(input) },
  )
  if (value instanceof Refusal) throw value
  return { value, input, ready }
}

const asPerson = (ctx: Ctx, actor: PersonActor): Ctx & { actor: PersonActor } =>
  Object.assign(ctx, { actor })

/** Milliseconds within which whoever loses access loses it, also while they wait for their turn. */
export const soon = 1_000

/**
 * After slow work or a long wait: what they may by now. Somebody may have been signed out, disabled
 * or taken out of a group meanwhile.
 */
async function askedAgain(ctx: Ctx, actor: PersonActor): Promise<PersonActor> {
  const { personId, sessionId, face, locale } = actor
  const open = sessionId === 0 || (await isOpen(ctx.tx, sessionId))
  const [now] = open ? await actorsOf(ctx.tx, [personId]) : []
  // Whoever chose no language has their browser's, which only the request knows.
  return now ? { ...now, sessionId, face, locale: now.locale ?? locale } : refuse("signed_out")
}

export const tooOften = (seconds: number) =>
  new Refusal("busy", { sentence: "errors.tooOften", values: { seconds } })

const count = (spec: { name: string; limit?: RateLimit }, ctx: Ctx) =>
  countAgainst(ctx.tx, limitKey(spec.name, ctx.actor), spec.limit ?? usualLimit, ctx.now)

/** Slow work is limited before it begins, whatever becomes of it. */
async function withinLimit(spec: { name: string; limit?: RateLimit }, actor: PersonActor) {
  const wait = await write(actor, (ctx) => count(spec, ctx))
  if (wait > 0) throw tooOften(wait)
}

/** Inside the transaction. A refusal comes back as a value: counters and denials outlive it. */
async function within<S extends z.ZodType, R, P, O>(
  spec: Spec<S, R, P, O>,
  ctx: Ctx & { actor: PersonActor },
  input: z.output<S>,
  key: string | undefined,
  ready: P,
): Promise<O | Refusal> {
  const counted = spec.prepare && !spec.prepareIsQuick
  const wait = counted ? 0 : await count(spec, ctx)
  if (wait > 0) return tooOften(wait)
  const secret = spec.secretAnswer
  const submission = key === undefined ? null : { action: spec.name, key, input, secret }
  const before = submission && (await answeredBefore(ctx, submission))
  if (before === "conflict") return new Refusal("conflict", { sentence: "errors.keyReused" })
  if (before) return JSON.parse(before.answer)
  try {
    return await ctx.part(async () => {
      const record = (await spec.load(ctx, input)) ?? refuse("not_found")
      if (!spec.can(ctx.actor, record, input)) refuse("forbidden")
      const value = await spec.run(ctx, record, input, ready)
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

const limitKey = (name: string, actor: Actor) =>
  `${name}:${actor.kind === "person" ? actor.personId : ""}`

/**
 * A read that a page asks for while somebody types. Nobody signed in gets null, and what `run`
 * answers is scoped by the actor it is given.
 */
export function reading<S extends z.ZodType, O>(spec: {
  name: string
  input: S
  run: (actor: PersonActor, input: z.output<S>) => Promise<O>
}) {
  return async (raw: z.input<S>): Promise<O | null> => {
    if (!isPlain(raw)) return null
    const input = spec.input.safeParse(raw)
    const session = await currentSession()
    if (!input.success || typeof session === "string" || session.due) return null
    return spec.run(session.actor, input.data)
  }
}
