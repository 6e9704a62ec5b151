import { z } from "zod"

/** What a person types into an address or a search box, without signs that no text holds. */
const typed = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) =>
      text
        .toWellFormed()
        .replace(/\p{Cc}/gu, "")
        .trim(),
    )
    .transform((text) => text || undefined)
    .optional()
    .catch(undefined)
const id = z.coerce.number().int().positive().optional().catch(undefined)

export const directoryViews = ["active", "heads", "new", "leave", "left"] as const

export const directoryFilter = z.object({
  view: z.enum(directoryViews).catch("active"),
  department: id,
  q: typed(100),
  post: typed(60),
  /** The last person of the page before. */
  after: id,
})
export type DirectoryFilter = z.output<typeof directoryFilter>
