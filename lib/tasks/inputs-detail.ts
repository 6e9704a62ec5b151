import { z } from "zod"
import { queryOf } from "./address"
import { maybe, moment, person, taskFilter } from "./inputs"

const id = z.coerce.number().int().positive()
/** Several lines are several steps. */
const lines = z
  .string()
  .max(20_000)
  .transform((text) => text.split("\n").map((line) => line.trim().replace(/^[-*•]\s+/, "")))
  .transform((all) => all.filter((line) => line !== ""))
  .pipe(z.array(z.string().max(300)).min(1).max(100))

export const newChecks = z.strictObject({ id, body: lines })
export const namedCheck = z.strictObject({ id, check: id })
export const tickedCheck = namedCheck.extend({ done: z.stringbool().or(z.boolean()) })
export const movedCheck = namedCheck.extend({ to: z.coerce.number().int().min(0).max(100) })

const some = z.preprocess(
  (value) => (Array.isArray(value) ? value : [value]),
  z.array(id).min(1).max(20),
)
export const attachedFiles = z.strictObject({ id, files: some })
export const removedFile = z.strictObject({ id, file: id })

export const linkedTask = z.strictObject({ id, before: id })

/** What is asked to be otherwise; empty fields stay as they are. */
export const changeRequest = z.strictObject({
  id,
  due: maybe(moment),
  owner: maybe(person),
  description: maybe(z.string().trim().max(10_000)),
  reason: z.string().trim().min(1).max(500),
})
export const requestAnswer = z.strictObject({
  id,
  request: id,
  agrees: z.stringbool().or(z.boolean()),
  answer: z.string().trim().max(500).default(""),
})

/** What an owner answers to 催办. */
export const nudgeAnswer = z.strictObject({
  id,
  due: maybe(moment),
  reason: z.string().trim().max(500).default(""),
})

/** A filter with a name: what follows `/tasks?`, read and written anew, so that nothing else is in it. */
export const savedView = z.strictObject({
  name: z.string().trim().min(1).max(40),
  query: z
    .string()
    .max(500)
    .transform((text) => queryOf(taskFilter.parse(Object.fromEntries(new URLSearchParams(text))))),
  share: z.preprocess((value) => {
    const [kind, number] = String(value ?? "").split(":")
    return number === undefined ? null : { kind, id: number }
  }, z.strictObject({ kind: z.enum(["department", "group"]), id }).nullable()),
})
