import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { type Settings, settings } from "@/lib/platform/settings"
import { changeSetting } from "@/lib/settings/changing"
import { parseOverrides } from "./override-list"

export type WorkDay = Settings["workDays"][number]

/** Ten years of exceptions, with room to spare. */
const most = 2_000

async function writeDays(ctx: Ctx, days: readonly WorkDay[]): Promise<void> {
  if (days.length > most) refuse("invalid", { sentence: "calendar.error.tooMany" })
  await changeSetting(
    ctx,
    "workDays",
    days.toSorted((a, b) => a.day.localeCompare(b.day)),
  )
}

/** The company's own days, each once: a new one takes the place of what was said of that day. */
export async function setDays(ctx: Ctx, days: readonly WorkDay[]): Promise<void> {
  const { workDays } = await settings()
  const changed = new Set(days.map(({ day }) => day))
  await writeDays(ctx, [...workDays.filter(({ day }) => !changed.has(day)), ...days])
}

/** @throws Refusal when the company has no exception on that day */
export async function removeDay(ctx: Ctx, day: string): Promise<void> {
  const { workDays } = await settings()
  const left = workDays.filter((each) => each.day !== day)
  if (left.length === workDays.length) refuse("not_found")
  await writeDays(ctx, left)
}

type Compared = "new" | "changed" | "same"

/** What a list would do; `done` only after it was written. */
export type Imported =
  | { step: "errors"; text: string; errors: ReturnType<typeof parseOverrides>["errors"] }
  | {
      step: "preview" | "done"
      text: string
      days: (WorkDay & { was: Compared })[]
    }

const asText = ({ kind, name }: WorkDay) => [kind, name.zh, name.en].join()

function comparedWith(before: WorkDay | undefined, wanted: WorkDay): Compared {
  if (!before) return "new"
  return asText(before) === asText(wanted) ? "same" : "changed"
}

/** All of a list or nothing: with one error, or before it is confirmed, nothing is written. */
export async function importDays(ctx: Ctx, text: string, confirmed: boolean): Promise<Imported> {
  const { overrides, errors } = parseOverrides(text)
  if (errors.length > 0) return { step: "errors", text, errors }
  if (overrides.length === 0) refuse("invalid", { fields: { text: "errors.required" } })
  const tooLong = overrides.some(({ name }) => name.zh.length > 40 || name.en.length > 60)
  if (tooLong) refuse("invalid", { fields: { text: "calendar.error.longName" } })
  const { workDays } = await settings()
  const known = new Map(workDays.map((each) => [each.day, each]))
  const days = overrides.map(({ day, kind, name }) => {
    const wanted = { day, kind, name: { ...name } }
    return { ...wanted, was: comparedWith(known.get(day), wanted) }
  })
  if (confirmed)
    await setDays(
      ctx,
      days.map(({ day, kind, name }) => ({ day, kind, name })),
    )
  return { step: confirmed ? "done" : "preview", text, days }
}
