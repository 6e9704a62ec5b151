import "./modules"
import { headers } from "next/headers"
import { redirect } from "next/navigation"
import type { z } from "zod"
import { answerOf, readInput, typedIn } from "./platform/answers"
import type { Ctx, Origin } from "./platform/context"
import { networkOf } from "./platform/network"
import { countAgainst, type RateLimit } from "./platform/rate-limit"
import { Refusal, refuse } from "./platform/refusal"
import { fromThisSite, origin } from "./platform/request"
import type { Result } from "./platform/result"
import { writeAsSystem } from "./platform/write"

interface PublicSpec<S extends z.ZodType, P, V, O> {
  name: string
  input: S
  /** Slow work before the transaction (hashing). */
  prepare?: (input: z.output<S>, from: Origin) => Promise<P>
  /** A refusal that is thrown undoes what was written; one that is returned keeps it (counters). */
  run: (ctx: Ctx, input: z.output<S>, prepared: P) => Promise<V | Refusal>
  /** After the commit: sets cookies, and says what the browser's page may know of the value. */
  answer: (value: V, input: z.output<S>, prepared: P) => Promise<O>
  /** Per address. */
  limit?: RateLimit
  lock?: (input: z.output<S>) => string
  next?: (value: O, input: z.output<S>) => string | undefined
}

const usualLimit: RateLimit = { times: 60, per: 60 }

/**
 * `action` for people who aren't signed in: the system acts, so `run` itself decides what a
 * stranger may cause. Limits count per address, before anything slow happens.
 */
export function publicAction<S extends z.ZodType, V, O, P = undefined>(
  spec: PublicSpec<S, P, V, O>,
) {
  return async (...args: unknown[]): Promise<Result<O>> => {
    const raw = args.at(-1)
    const answer = await answerOf(spec.name, typedIn(raw), () => run(spec, raw))
    if (answer.result.ok && answer.input !== undefined) {
      const next = spec.next?.(answer.result.value, answer.input)
      if (next !== undefined) redirect(next)
    }
    return answer.result
  }
}

async function run<S extends z.ZodType, P, V, O>(spec: PublicSpec<S, P, V, O>, raw: unknown) {
  if (!fromThisSite(await headers())) refuse("forbidden")
  const { input } = readInput(spec.input, raw)
  const from = await origin()
  await withinLimit(spec.name, spec.limit ?? usualLimit, from.address)
  const ready = (spec.prepare ? await spec.prepare(input, from) : undefined) as P
  const options = { origin: from, lock: spec.lock?.(input) }
  const outcome = await writeAsSystem(spec.name, (ctx) => attempt(ctx, spec, input, ready), options)
  if (outcome instanceof Refusal) throw outcome
  return { value: await spec.answer(outcome, input, ready), input }
}

async function withinLimit(name: string, limit: RateLimit, address: string | null): Promise<void> {
  const key = `${name}:at:${networkOf(address)}`
  const wait = await writeAsSystem(name, (ctx) => countAgainst(ctx.tx, key, limit, ctx.now))
  if (wait > 0) refuse("busy", { sentence: "errors.tooOften", values: { seconds: wait } })
}

const attempt = <S extends z.ZodType, P, V, O>(
  ctx: Ctx,
  spec: PublicSpec<S, P, V, O>,
  input: z.output<S>,
  ready: P,
): Promise<V | Refusal> =>
  ctx
    .part(() => spec.run(ctx, input, ready))
    .catch((error) => {
      if (error instanceof Refusal) return error
      throw error
    })
