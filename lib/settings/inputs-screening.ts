import { z } from "zod"
import { findKinds } from "@/lib/platform/screening/kinds"

const lines = z
  .string()
  .max(50_000)
  .default("")
  .transform((typed) =>
    [...new Set(typed.split(/\r?\n/).map((line) => line.trim()))].filter(Boolean),
  )
  .refine((all) => all.length <= 150 && all.every((line) => line.length <= 200), {
    message: "settings.screening.error.lines",
  })

function isExpression(line: string): boolean {
  try {
    return new RegExp(line, "gi") instanceof RegExp
  } catch {
    return false
  }
}

const fields = {
  /** Kinds that are looked for. */
  kinds: z.array(z.enum(findKinds)).max(findKinds.length).default([]),
  ownWords: lines,
  patterns: lines.refine((all) => all.every(isExpression), {
    message: "settings.screening.error.syntax",
  }),
  except: lines,
  sample: z.string().max(5_000).default(""),
}

/** The form sends the kinds that stay; kept are those that don't, so that new ones count. */
export const screening = z.strictObject(fields).transform((typed) => ({
  typed,
  rules: {
    off: findKinds.filter((kind) => !typed.kinds.includes(kind)),
    own: [
      ...typed.ownWords.map((words) => ({ words, pattern: false })),
      ...typed.patterns.map((words) => ({ words, pattern: true })),
    ],
    except: typed.except,
  },
}))
export type TypedScreening = z.output<typeof screening>

export const oneKind = z.strictObject({ kind: z.enum(findKinds) })

export const oneFind = z.strictObject({ found: z.string().min(1).max(200) })
