import { z } from "zod"

const id = z.coerce.number().int().positive().optional().catch(undefined)

/** The address of 等我回复: another group's list, or an escalated answer beside it. */
export const awaitingFilter = z.object({ group: id, clock: id })
export type AwaitingFilter = z.infer<typeof awaitingFilter>
