import { refuse } from "@/lib/platform/refusal"
import type { MeetingRow, MeetingState } from "./meeting"

/** What may become of a meeting; everything else is refused. */
export const after: Record<MeetingState, readonly MeetingState[]> = {
  draft: ["published", "cancelled"],
  published: ["live", "ended", "cancelled"],
  live: ["ended"],
  ended: [],
  cancelled: [],
}

/** @throws Refusal when a meeting that stands so can't become that any more */
export function requireNext({ state }: Pick<MeetingRow, "state">, next: MeetingState): void {
  if (!after[state].includes(next)) refuse("conflict", { sentence: `meetings.error.not.${state}` })
}

/** @throws Refusal when the meeting stands otherwise by now */
export function requireState(
  { state }: Pick<MeetingRow, "state">,
  ...states: readonly MeetingState[]
): void {
  if (!states.includes(state)) refuse("conflict", { sentence: `meetings.error.not.${state}` })
}
