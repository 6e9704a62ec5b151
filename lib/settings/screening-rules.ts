import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import type { FindKind } from "@/lib/platform/screening/kinds"
import { patternsIn } from "@/lib/platform/screening/patterns"
import { countsOf, screen, screenBy } from "@/lib/platform/screening/screening"
import { settingsIn } from "@/lib/platform/settings"
import { changeSetting } from "./changing"
import type { TypedScreening } from "./inputs-screening"

type Rules = TypedScreening["rules"]

const repeated = 2_000
/** Texts in which an expression with nested repetitions goes round in circles. */
const nasty = ["a", "1", "好", " ", "a1", "1-", "ab "].map((unit) => `${unit.repeat(repeated)}!`)

/** Tries expressions before they hold up everybody. @throws Refusal when one is too slow */
export async function requireQuick({ patterns }: TypedScreening["typed"]): Promise<void> {
  for (const text of nasty) await requireInTime(text, patterns)
  // An expression gets stuck most easily in what almost fits it.
  for (const pattern of patterns) {
    const letters = pattern.replace(/\\[a-z]|[^\p{L}\d-]/giu, "")
    if (letters !== "") await requireInTime(`${letters.repeat(200)}!`, [pattern])
  }
}

async function requireInTime(text: string, patterns: readonly string[]): Promise<void> {
  const { unchecked } = await patternsIn(text, patterns)
  if (unchecked) refuse("invalid", { fields: { patterns: "settings.screening.error.slow" } })
}

/** Writes the rules; the audit log learns how many there are, never a word of them. */
export const changeScreening = (ctx: Ctx, rules: Rules): Promise<void> =>
  changeSetting(ctx, "screening", rules, {
    off: rules.off,
    words: rules.own.filter(({ pattern }) => !pattern).length,
    patterns: rules.own.filter(({ pattern }) => pattern).length,
    except: rules.except.length,
  })

export async function turnOff(ctx: Ctx, kind: FindKind): Promise<void> {
  const rules = (await settingsIn(ctx.tx)).screening
  await changeScreening(ctx, { ...rules, off: [...new Set([...rules.off, kind])] })
}

const mostExceptions = 150

/**
 * 加入例外: what stands there is no find any more, wherever it is written. Only what is a find at this
 * moment, as it was found.
 * @throws Refusal when it is none, or there are too many exceptions
 */
export async function addException(ctx: Ctx, found: string): Promise<void> {
  const { finds } = await screen(found)
  const words = found.trim()
  const whole = finds.some(({ length }) => length === found.length)
  if (!whole || /[\r\n]/.test(words)) refuse("invalid", { fields: { found: "errors.notValid" } })
  const rules = (await settingsIn(ctx.tx)).screening
  const except = [...new Set([...rules.except, words])]
  if (except.length > mostExceptions)
    refuse("invalid", { fields: { found: "settings.screening.error.lines" } })
  await changeScreening(ctx, { ...rules, except })
}

/** What rules find in a text; nothing of it is kept. What was typed goes back into the form. */
export async function tryScreening({ typed, rules }: TypedScreening) {
  const { finds, unchecked } = await screenBy(typed.sample, rules)
  return {
    ...{ counts: countsOf(finds), unchecked },
    typed: {
      kinds: typed.kinds.join(","),
      ownWords: typed.ownWords.join("\n"),
      patterns: typed.patterns.join("\n"),
      except: typed.except.join("\n"),
      sample: typed.sample,
    },
  }
}
