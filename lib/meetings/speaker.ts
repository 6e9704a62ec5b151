import { z } from "zod"
import type { meetingPoints } from "@/db/schema/meetings"

/** Who said something: a colleague, somebody of another company, or nobody in particular. */
export type Speaker = Pick<typeof meetingPoints.$inferSelect, "personId" | "outsiderId">

/** As forms name them: `7` is a colleague, `o3` somebody of another company. */
export const writtenSpeaker = ({ personId, outsiderId }: Speaker): string =>
  outsiderId === null ? String(personId ?? "") : `o${outsiderId}`

export const speaker = z.preprocess(
  (value) => (typeof value === "number" ? String(value) : (value ?? "")),
  z
    .string()
    .regex(/^(o?[1-9]\d{0,14})?$/)
    .transform((text): Speaker => {
      const outside = text.startsWith("o")
      const id = Number(text.slice(outside ? 1 : 0)) || null
      return outside ? { personId: null, outsiderId: id } : { personId: id, outsiderId: null }
    }),
)
