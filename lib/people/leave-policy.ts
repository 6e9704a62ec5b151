import type { PersonActor } from "@/lib/platform/actor"

/** One's own, or anybody's for 人事 (decision 8). */
export const canSetLeave = (actor: PersonActor, personId: number): boolean =>
  actor.personId === personId || actor.duties.has("hr")
