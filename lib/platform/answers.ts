import type { AsyncLocalStorage } from "node:async_hooks"
import { unstable_rethrow } from "next/navigation"
import { getLocale, getTranslations } from "next-intl/server"
import { z } from "zod"
import { DatabaseBusy, StorageFull } from "@/db/engine"
import { enumerated } from "./enumerated"
import { log } from "./log"
import { Refusal, refuse } from "./refusal"
import { origin } from "./request"
import type { Result } from "./result"

declare global {
  /** The server around Next asks whether a request came as far as code of ours. */
  var __qibuReached: AsyncLocalStorage<{ reached: boolean }> | undefined
}

type Words = (key: string, values?: Record<string, string | number>) => string

/** The sentences of refusals, by keys that verbs name. */
async function words(): Promise<Words> {
  const translate = await getTranslations()
  return translate as unknown as Words
}

/**
 * Form fields or an object, checked strictly. Next's own hidden fields are dropped, unknown
 * fields are refused.
 * @returns the input, and the form's key when it carries one
 * @throws a ZodError
 */
export function readInput<S extends z.ZodType>(
  schema: S,
  raw: unknown,
): { input: z.output<S>; key?: string } {
  const fields = raw instanceof FormData ? formFields(raw) : (raw ?? {})
  // A long text or list, read as an object, would have a field for each of its parts to complain of.
  if (typeof fields !== "object" || Array.isArray(fields) || !isPlain(fields))
    return refuse("invalid")
  const { key, ...rest } = fields as Record<string, unknown>
  const input = schema.parse(rest)
  if (key === undefined || key === "") return { input }
  return { input, key: z.string().max(64).parse(key) }
}

const deepest = 8

/**
 * Text, numbers, lists and objects. A raw POST can also make promises, streams, functions and
 * things that throw when they are looked at; and PostgreSQL keeps no text with a NUL or half a
 * character in it.
 */
export function isPlain(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return !value.includes("\0") && value.isWellFormed()
  if (typeof value === "function" || typeof value === "symbol" || depth > deepest) return false
  if (typeof value !== "object" || value === null) return true
  const kind = Object.getPrototypeOf(value)
  if (kind !== Object.prototype && kind !== Array.prototype && kind !== null) return false
  return Object.values(value).every((inner) => isPlain(inner, depth + 1))
}

/** Fields whose name ends in `[]`, and those filled in more than once, are lists. */
function formFields(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue
    const values = form.getAll(name).filter((value) => typeof value === "string")
    const filled = values.filter((value) => value !== "")
    if (name.endsWith("[]")) fields[name.slice(0, -2)] = filled
    else fields[name] = filled.length > 1 ? filled : (filled[0] ?? "")
  }
  return fields
}

/** What a form without JavaScript shows again. Passwords, secrets and codes are not sent back. */
export function typedIn(raw: unknown): Record<string, string> | undefined {
  if (!(raw instanceof FormData)) return undefined
  const typed = Object.entries(formFields(raw)).filter(
    ([name]) => !/password|secret|code|token/i.test(name),
  )
  return Object.fromEntries(typed.map(([name, value]) => [name, String(value)]))
}

/** Runs an action and turns whatever it throws into an answer. */
export async function answerOf<T, I>(
  name: string,
  typed: Record<string, string> | undefined,
  run: () => Promise<{ value: T; input: I }>,
): Promise<{ result: Result<T>; input?: I }> {
  // From here on a failure is ours; before it the framework couldn't read what was sent.
  const request = globalThis.__qibuReached?.getStore()
  if (request) request.reached = true
  try {
    const { value, input } = await run()
    return { result: { ok: true, value }, input }
  } catch (error) {
    unstable_rethrow(error)
    const result = await failure(name, error)
    return { result: { ...result, ...(typed ? { typed } : {}) } }
  }
}

type Failure = Extract<Result<never>, { ok: false }>

async function failure(name: string, error: unknown): Promise<Failure> {
  const t = await words()
  if (error instanceof Refusal) return refused(t, error)
  if (error instanceof z.ZodError) return invalid(t, error)
  if (error instanceof DatabaseBusy) return { ok: false, code: "busy", message: t("errors.busy") }
  if (error instanceof StorageFull) return { ok: false, code: "busy", message: t("errors.full") }
  const { requestId } = await origin()
  log.error({ action: name, requestId, err: error }, "an action failed")
  return { ok: false, code: "bug", message: t("errors.bug", { requestId }), requestId }
}

async function refused(t: Words, refusal: Refusal): Promise<Failure> {
  const locale = await getLocale()
  const values = Object.fromEntries(
    Object.entries(refusal.values).map(([name, value]) => [
      name,
      typeof value === "object" ? enumerated(value, locale) : value,
    ]),
  )
  const fields = Object.entries(refusal.fields).map(([field, key]) => [field, t(key, values)])
  return {
    ok: false,
    code: refusal.code,
    message: t(refusal.sentence ?? `errors.${refusal.code}`, values),
    ...(fields.length > 0 ? { fields: Object.fromEntries(fields) } : {}),
    ...(refusal.current === undefined ? {} : { current: refusal.current }),
  }
}

function invalid(t: Words, error: z.ZodError): Failure {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const field = issue.path.map(String).join(".") || "form"
    fields[field] ??= sentenceOf(t, issue)
  }
  return { ok: false, code: "invalid", message: t("errors.invalid"), fields }
}

function sentenceOf(t: Words, issue: z.core.$ZodIssue): string {
  if (issue.code === "custom" && issue.message.includes(".")) return t(issue.message)
  if (issue.code === "too_small")
    return issue.minimum === 1
      ? t("errors.required")
      : t("errors.tooShort", { least: Number(issue.minimum) })
  if (issue.code === "too_big") return t("errors.tooLong", { most: Number(issue.maximum) })
  if (issue.code === "invalid_type" && issue.input === undefined) return t("errors.required")
  return t("errors.notValid")
}
