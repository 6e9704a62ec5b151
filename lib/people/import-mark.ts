import { createHash } from "node:crypto"
import { mapSlowly } from "@/db/breath"
import type { ImportPlan } from "./import-plan"

/**
 * What was looked at in the preview, in few letters: two plans with the same mark do the same. An
 * import is carried out only when its plan, made anew, still has the mark that was shown.
 */
export async function planMark({ people, ignored }: ImportPlan): Promise<string> {
  const hash = createHash("sha256")
  await mapSlowly(people, ({ id, before, after }) =>
    hash.update(JSON.stringify([id, before, after])),
  )
  return hash.update(JSON.stringify(ignored)).digest("base64url")
}
