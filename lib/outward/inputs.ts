import { z } from "zod"
import { findKinds } from "@/lib/platform/screening/kinds"

const id = z.coerce.number().int().positive()

/** `anyway`: files that couldn't be read go out as they are; only where nothing was found. */
export const waysOut = ["mask", "ask", "release", "anyway"] as const

/** What somebody chose who was stopped: part of every input that lets something out. */
export const wayOut = {
  outward: z.enum(waysOut).optional(),
  /** Why it has to go out as it is. */
  outwardReason: z.string().trim().max(500).optional(),
}
export interface WayOut {
  outward?: (typeof waysOut)[number] | undefined
  outwardReason?: string | undefined
}

export const oneRequest = z.strictObject({ id })
export const decidedRequest = z.strictObject({
  id,
  accepts: z.enum(["yes", "no"]).transform((word) => word === "yes"),
  note: z.string().trim().max(500).default(""),
})

export const reportedFind = z.strictObject({
  kind: z.enum(findKinds),
  found: z.string().min(1).max(500),
})

export const reportedFile = z.strictObject({ kind: z.enum(findKinds), file: id })

export const requestsFilter = z.object({
  view: z.enum(["waiting", "mine", "all"]).catch("waiting"),
  after: z.string().max(60).optional().catch(undefined),
})
export type RequestsFilter = z.output<typeof requestsFilter>
