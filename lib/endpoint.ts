import type { z } from "zod"
import { jsonAnswer } from "@/lib/platform/json-answer"
import { run, type Spec, tooOften, whoAsks } from "./action"
import type { PersonActor } from "./platform/actor"
import { answerOf, readInput } from "./platform/answers"
import { countHere, type RateLimit } from "./platform/rate-limit"
import { refuse } from "./platform/refusal"
import { textOf } from "./platform/request-body"
import type { Result } from "./platform/result"

/** Messages have at most 10,000 characters; a body that is longer than this holds none of ours. */
const mostBytes = 128 * 1024

/** What a refusal is over HTTP. */
export const statuses: Record<Extract<Result<never>, { ok: false }>["code"], number> = {
  invalid: 422,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  signed_out: 401,
  busy: 503,
  bug: 500,
}

/**
 * The same way to write as `action`, for what has to be quick and mustn't wait behind other
 * changes of the same tab: a POST of JSON that answers JSON. The page isn't read again.
 * @param spec as for `action`; `after` and `next` don't happen
 * @returns a route handler; it answers with a `Result` and the fitting status
 */
export function endpoint<S extends z.ZodType, R, O, P = undefined>(spec: Spec<S, R, P, O>) {
  return Object.assign(
    answering(spec.name, (raw) => run(spec, raw)),
    { spec },
  )
}

/** What is only told, and never kept: nothing is written, so it has no transaction and no event. */
interface Signal<S extends z.ZodType, R> {
  name: string
  input: S
  load: (actor: PersonActor, input: z.output<S>) => Promise<R | null>
  can: (actor: PersonActor, record: R) => boolean
  tell: (actor: PersonActor, record: R, input: z.output<S>) => Promise<void>
  limit: RateLimit
}

/** The same checks as `endpoint` has; its limit counts in this process, since it spares the disk. */
export function signal<S extends z.ZodType, R>({ name, load, can, tell, ...spec }: Signal<S, R>) {
  return answering(name, async (raw) => {
    const actor = await whoAsks()
    const { input } = readInput(spec.input, raw)
    const wait = countHere(`${name}:${actor.personId}`, spec.limit, Date.now())
    if (wait > 0) throw tooOften(wait)
    const record = (await load(actor, input)) ?? refuse("not_found")
    if (!can(actor, record)) refuse("forbidden")
    await tell(actor, record, input)
    return { value: null, input }
  })
}

function answering<T, I>(name: string, run: (raw: unknown) => Promise<{ value: T; input: I }>) {
  return async (request: Request): Promise<Response> => {
    const raw = await bodyOf(request)
    const { result } = await answerOf(name, undefined, () => run(raw))
    return jsonAnswer(result, result.ok ? 200 : statuses[result.code])
  }
}

/** What isn't JSON of a decent size reads as nothing, which no schema takes. */
async function bodyOf(request: Request): Promise<unknown> {
  const text = await textOf(request, mostBytes)
  if (text === null) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
