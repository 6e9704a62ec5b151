import { z } from "zod"
import { keepSealed, readSealed } from "@/lib/platform/browser-cookies"
import { refuse } from "@/lib/platform/refusal"
import { isSetupCode } from "@/lib/platform/setup-code"
import { administrator, company, workWeek } from "./setup-inputs"

const cookie = "qibu.setup"

const shape = z.object({
  code: z.string(),
  company: company.optional(),
  administrator: administrator.extend({ passwordHash: z.string() }).optional(),
  workWeek: workWeek.optional(),
})

export type SetupState = z.output<typeof shape>

/** What was filled in so far. It lives sealed in the browser: nothing is written before the last step. */
export async function setupState(): Promise<SetupState | null> {
  const kept = shape.safeParse(await readSealed(cookie)).data
  return kept && isSetupCode(kept.code) ? kept : null
}

/** @throws Refusal when the code was never given here, or is too long ago */
export const begunSetup = async (): Promise<SetupState> =>
  (await setupState()) ?? refuse("signed_out", { sentence: "people.setup.again" })

export const keepSetup = (state: SetupState) =>
  keepSealed(cookie, state, { maxAge: 3600, path: "/setup" })
