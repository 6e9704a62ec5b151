import type { guestMays } from "@/db/schema/guests"
import type { duties, levels } from "@/db/schema/people"

export type Level = (typeof levels)[number]
export type Duty = (typeof duties)[number]
export type Locale = "zh" | "en"

/** Whom a record can be opened to. */
export type Principal =
  | `person:${number}`
  | `department:${number}`
  | `group:${number}`
  | `duty:${Duty}`
  /** Whoever was let in from outside to this one record. */
  | `scope:${string}:${number}`
  | `guest:${number}`
  | "everyone"

/** One line of a record's access list: at most `level` for whoever holds the principal. */
export interface Grant {
  principal: Principal
  level: Level
}

/** What decides who sees a record: its access list and its sensitivity label. */
export interface Guarded {
  grants: readonly Grant[]
  sensitivityId: number | null
}

interface Holder {
  /** What the actor holds, each at the level the actor has there. */
  principals: ReadonlyMap<Principal, Level>
  clearances: ReadonlySet<number>
}

export interface PersonActor extends Holder {
  kind: "person"
  personId: number
  /** 0 where somebody acts without a browser session (imports, tests). */
  sessionId: number
  name: string
  staffNo: string
  departmentId: number
  level: Level
  duties: ReadonlySet<Duty>
  /** Departments led, with everything below them. */
  leads: ReadonlySet<number>
  locale: Locale | null
  /** The file of the own picture; known of who is signed in. */
  face: number | null
}

export type GuestMay = (typeof guestMays)[number]

/** One record that an invitation opens. */
export interface GuestScope {
  kind: string
  id: number
  may: GuestMay
}

/** Somebody from outside, by an invitation that is in force. Made only in `guest-session.ts`. */
export interface GuestActor extends Holder {
  kind: "guest"
  /** The invitation's number. */
  guestId: number
  sessionId: number
  name: string
  organisation: string
  /** Who invited them: answers for what they write. */
  hostId: number
  locale: Locale
  /** Let in since: what was said before is not theirs. */
  since: Date
  until: Date
  scopes: readonly GuestScope[]
}

/** Scheduled work and first set-up. Made only by the platform itself. */
export interface SystemActor {
  kind: "system"
  name: string
}

export type Actor = PersonActor | GuestActor | SystemActor

const rank: Record<Level, number> = { view: 1, edit: 2, admin: 3 }

export const atLeast = (level: Level | null, least: Level): boolean =>
  level !== null && rank[level] >= rank[least]

const lower = (a: Level, b: Level): Level => (rank[a] < rank[b] ? a : b)

/**
 * The level an actor has on a record, or null when it is not theirs to see.
 * Sensitivity comes on top of every other grant (G1.3).
 */
export function levelOn(actor: Actor, record: Guarded): Level | null {
  if (actor.kind === "system") return "admin"
  if (record.sensitivityId !== null && !actor.clearances.has(record.sensitivityId)) return null
  let best: Level | null = null
  for (const grant of record.grants) {
    const held = actor.principals.get(grant.principal)
    if (!held) continue
    const level = lower(held, grant.level)
    if (best === null || rank[level] > rank[best]) best = level
  }
  return best
}

export const sees = (actor: Actor, record: Guarded): boolean => levelOn(actor, record) !== null

const wider: Record<GuestMay, number> = { view: 1, upload: 2, talk: 3 }

/** Whether an invitation opens this record to the guest, for at least so much. */
export const guestMay = (actor: Actor, kind: string, id: number, least: GuestMay): boolean =>
  actor.kind === "guest" &&
  actor.scopes.some(
    (scope) => scope.kind === kind && scope.id === id && wider[scope.may] >= wider[least],
  )

export const isGuest = (actor: Actor): actor is GuestActor => actor.kind === "guest"

export const isPerson = (actor: Actor): actor is PersonActor => actor.kind === "person"

export const hasDuty = (actor: Actor, duty: Duty): boolean =>
  isPerson(actor) && actor.duties.has(duty)

export const isSystem = (actor: Actor): actor is SystemActor => actor.kind === "system"

/** Whose a file is while it hangs nowhere, and in whose name a guest writes: their host's. */
export const senderOf = (actor: PersonActor | GuestActor): number =>
  actor.kind === "guest" ? actor.hostId : actor.personId

/** Who did it, as events and idempotency keys name it. */
export const actorId = (actor: Actor): number | null => {
  if (actor.kind === "system") return null
  return actor.kind === "person" ? actor.personId : actor.guestId
}
