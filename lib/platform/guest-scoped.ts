import type { Db } from "@/db/database"
import type { GuestMay, PersonActor } from "./actor"

/** What a kind says of its records where they can be opened to somebody from outside. */
export interface GuestScoped<R> {
  /** What may be opened of this one, the least first; nothing where it stays inside. */
  offers(record: R): readonly GuestMay[]
  mayInvite(actor: PersonActor, record: R): boolean
  /** Who answers for it: sees all invitations to it. */
  owners(db: Db, record: R): Promise<readonly number[]>
  /** Departments whose heads agree, unless they are the inviter's own. */
  departments(db: Db, record: R, inviter: PersonActor): Promise<readonly number[]>
  /** The guest's page of it. */
  href(id: number): string
  /** What somebody could choose from: ids of the newest few. */
  choices(actor: PersonActor): Promise<readonly number[]>
}
