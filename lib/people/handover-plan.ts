import { z } from "zod"
import type { Db } from "@/db/database"
import { resolvePerson } from "./finding"

/** A person chosen from a list, or typed; empty means "as for the rest". */
const somebody = z.string().trim().max(100).default("")

/**
 * What the dialog of leaving sends: who takes over all of it (`to`), a kind (`to.task`), the
 * records of a kind with one label (`to.task.3`), and each department led (`head.7`).
 */
export const handoverInput = z
  .object({
    id: z.coerce.number().int().positive(),
    to: somebody,
    /** Nothing is handed over now. */
    later: z.literal("yes").or(z.literal("")).default(""),
  })
  .catchall(somebody)
  .superRefine((input, context) => {
    for (const [name, value] of Object.entries(input))
      if (!/^(id|to|later|to\.[a-z_]+(\.\d{1,15})?|head\.\d{1,15})$/.test(name))
        context.addIssue({ code: "custom", message: "errors.notValid", path: [name] })
      else if (name.startsWith("head.") && value !== "to" && value !== "open")
        context.addIssue({ code: "custom", message: "errors.notValid", path: [name] })
  })

type HandoverInput = z.output<typeof handoverInput>

export interface HandoverPlan {
  /** By field: `to`, `to.task`, `to.task.3`. */
  receivers: ReadonlyMap<string, number>
  /** Departments that `to` leads from now on; the others are left open. */
  heads: ReadonlySet<number>
  later: boolean
}

/** @throws Refusal at a field whose name fits nobody or several */
export async function readPlan(db: Db, input: HandoverInput): Promise<HandoverPlan> {
  const receivers = new Map<string, number>()
  const heads = new Set<number>()
  for (const [name, value] of Object.entries(input)) {
    if (name.startsWith("head.") && value === "to") heads.add(Number(name.slice(5)))
    if (!/^to(\.|$)/.test(name) || typeof value !== "string" || value === "") continue
    receivers.set(name, await resolvePerson(db, value, name))
  }
  return { receivers, heads, later: input.later === "yes" }
}
