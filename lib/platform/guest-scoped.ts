import type { Db } from "@/db/database"
import type { GuestMay, PersonActor } from "./actor"

/** What somebody from outside gets to read that stood there before them: a portion of it. */
export interface Stood {
  texts: readonly string[]
  fileIds: readonly number[]
  /** Where it ends: what comes later stands behind that. */
  last: number
  /** Whether there is another portion. */
  more: boolean
}

/** What a kind says of its records where they can be opened to somebody from outside. */
export interface GuestScoped<R> {
  /** What may be opened of this one, the least first; nothing where it stays inside. */
  offers(record: R): readonly GuestMay[]
  mayInvite(actor: PersonActor, record: R): boolean
  /** Who answers for it: sees all invitations to it. */
  owners(db: Db, record: R): Promise<readonly number[]>
  /** Departments whose heads agree, unless they are the inviter's own. */
  departments(db: Db, record: R, inviter: PersonActor): Promise<readonly number[]>
  /**
   * What stood there already and is opened with it, in order, a bounded portion at a time; nothing
   * where a guest reads on from their invitation alone.
   * @param after where the portion before it ended; 0 begins
   */
  stood?(db: Db, record: R, may: GuestMay, after: number): Promise<Stood>
  /** The guest's page of it. */
  href(id: number): string
  /** What somebody could choose from: ids of the newest few. */
  choices(actor: PersonActor): Promise<readonly number[]>
}
