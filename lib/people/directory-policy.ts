import type { PersonActor } from "@/lib/platform/actor"

const looksAfterAccounts = (actor: PersonActor): boolean =>
  actor.duties.has("hr") || actor.duties.has("platform")

/** 已离职 is a list for 人事 and 平台管理; for everybody else who left isn't there. */
export const canSeeLeavers = looksAfterAccounts

/** Others find a phone number only by typing all of it. */
export const canSearchPhones = looksAfterAccounts

/** Level, duties and clearances: one's own, those of one's people, and all for who keeps them. */
export const canSeeRights = (
  actor: PersonActor,
  person: { id: number; departmentId: number },
): boolean =>
  person.id === actor.personId || actor.leads.has(person.departmentId) || looksAfterAccounts(actor)
