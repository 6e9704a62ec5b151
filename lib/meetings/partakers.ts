import { z } from "zod"
import type { Meeting } from "./meeting"
import type { Speaker } from "./speaker"

/** A colleague, or somebody of another company: `id` is a number of theirs. */
export const partaker = z.object({
  id: z.number(),
  name: z.string(),
  outside: z.boolean().optional(),
})
export type Partaker = z.output<typeof partaker>

type Named = (personId: number) => { id: number; name: string }

/** Who was there and who wasn't, colleagues first. */
export function attendanceIn({ people, outsiders }: Meeting, name: Named) {
  const all = [
    ...people.map((each) => ({ ...each, who: name(each.personId) })),
    ...outsiders.map((each) => ({ ...each, who: outsider(each) })),
  ]
  return {
    present: all.flatMap(({ who, attendance }) =>
      attendance === "present" || attendance === "late"
        ? [{ ...who, late: attendance === "late" }]
        : [],
    ),
    // Whoever came to it after the end, to take the notes over, was neither there nor absent.
    absent: all.flatMap(({ who, attendance, absentReason, answerReason }) =>
      attendance === "absent" ? [{ ...who, reason: absentReason || answerReason }] : [],
    ),
  }
}

export function speakerIn(
  { outsiders }: Meeting,
  name: Named,
  { personId, outsiderId }: Speaker,
): Partaker | null {
  if (personId !== null) return name(personId)
  const found = outsiders.find(({ id }) => id === outsiderId)
  return found ? outsider(found) : null
}

const outsider = ({ id, name }: { id: number; name: string }) => ({ id, name, outside: true })

/** How somebody is named in a sentence: `王敏（外部）`. */
export const namedIn = (
  { name, outside }: Pick<Partaker, "name" | "outside">,
  mark: string,
): string => (outside ? mark.replace("{name}", name) : name)
