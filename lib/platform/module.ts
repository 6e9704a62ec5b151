import type { Db } from "@/db/database"
import type { Actor, Duty, Grant, Locale, PersonActor } from "./actor"
import type { CalendarSource } from "./calendar-source"
import type { Ctx, NewEvent, StoredEvent } from "./context"
import type { GuestScoped } from "./guest-scoped"
import type { Invitation, StrangersLetter } from "./mail-carried"
import type { Outside } from "./outside"

/** A record as the platform knows it: enough to guard, find and name it. */
export interface Known {
  id: number
  grants: readonly Grant[]
  sensitivityId: number | null
}

/** How a record is called and where it is. */
export interface Titled {
  title: string
  href: string
}

/** What a module says about one kind of record. Everything across modules works through this. */
export interface Kind<R extends Known = Known> {
  icon: string
  /** The record, whoever asks; null when there is none. */
  find(db: Db, id: number): Promise<R | null>
  /** Many at once, by id, for kinds that lists show by the dozen. */
  findMany?(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, R>>
  canSee(actor: Actor, record: R): boolean
  /**
   * Has no access list of its own: its grants name one group, whose members see it (decision 6), or
   * its module lists it by its own columns.
   */
  unlisted?: true
  /** One person's own business, as an answer that is owed: colleagues don't have it in common. */
  personal?: true
  title(record: R, locale?: Locale): string
  href(record: R): string
  /** Everything that a search should find it by. */
  searchText(record: R): string
  /** Its place in the kind's usual order, ascending. */
  sortKey(record: R): number
  /** When it is due, where views ask what each day has. */
  dueAt?(record: R): Date | null
  /** Beside its title: progress in whole percent, and whether somebody from outside wrote it. */
  summary?(record: R): {
    state?: string
    at?: Date | null
    text?: string
    personId?: number
    progress?: number
    outside?: boolean
  }
  /** Records of this kind that were made from records of another, by the ids of those. */
  madeFrom?(
    db: Db,
    kind: string,
    ids: readonly number[],
  ): Promise<ReadonlyMap<number, readonly number[]>>
  /** The record that an address of the portal shows, if it is one of this kind. */
  idIn?(url: URL): number | null
  /** Whoever sees a record of this kind sees the tasks that were made for it. */
  opens?: true
  /** How texts call its records by number; the pattern's first group stands in the address. */
  numbered?: { pattern: RegExp; href(id: string): string }
  /** Titles of many at once, for lists with records of every kind; who sees them is checked before. */
  titled?(db: Db, ids: readonly number[], locale?: Locale): Promise<ReadonlyMap<number, Titled>>
  /** Browsers may keep the files that hang on it for a day: each is small, for everybody, and never changes. */
  keepsFiles?: true
  /** May this actor write under it (comments, attachments)? Seeing is checked before. */
  canComment?(actor: Actor, record: R): boolean
  /** Where its files are open to more than see the record itself: guests of a group's files. */
  opensFiles?(actor: Actor, record: R): boolean
  /** Its records can be opened to somebody from outside. */
  guestScope?: GuestScoped<R>
}

/** Who is told of an event, and whether they have to do something. */
export interface Notice {
  personIds: readonly number[]
  category: string
  needsYou: boolean
}

export interface EventSpec {
  kind: string
  /** People told of it. The one who did it and those who may not see the record are left out. */
  notify?(ctx: Ctx, event: NewEvent): Promise<readonly Notice[]>
  /** What a mail about it carries for the calendar of who reads it; asked when it is sent. */
  invite?(
    db: Db,
    event: Pick<StoredEvent, "recordId" | "data">,
    personId: number,
  ): Promise<Invitation | null>
  /** Anything else that has to follow in the same transaction. */
  react?(ctx: Ctx, event: NewEvent): Promise<void>
  /** Live topics that hear of it besides the record's own: those of pages that show many. */
  topics?: readonly string[] | ((event: NewEvent) => readonly string[])
  /** Changes what somebody may see: open streams are rechecked at once. */
  changesAccess?: boolean
  /** Travels whole to the pages that show the place it happened in, instead of having them read. */
  whole?: Whole
}

/** What open pages get of an event without asking; made once for all of them. */
export interface Whole {
  /** `group:7`: who may hear this topic may see all of it. */
  topic(event: NewEvent): string
  /** Null when there is nothing left to show. */
  frame(db: Db, event: StoredEvent): Promise<{ name: string; data: unknown } | null>
}

export interface NavItem {
  group: "mine" | "together" | "meetings" | "clients" | "growth" | "manage"
  order: number
  href: string
  icon: string
  label: InBoth
  /** Two keys that go there: "g t". */
  keys?: string
  /** Only for people with one of these duties. */
  duties?: readonly Duty[]
  /** Only for those it says yes to, whatever their duties. */
  shown?(actor: PersonActor): boolean
  count?(actor: Actor): Promise<{ count: number; urgent?: boolean }>
  /** Where an open page reads the count anew, and the live topics that say when. */
  live?: { address: string; topics(actor: PersonActor): readonly string[] }
}

/** Rows of one table in somebody's copy: the newest, where there are more. */
export const mostOwnRows = 20_000

/** One table of somebody's own data. */
export interface OwnSheet {
  name: InBoth
  columns: readonly InBoth[]
  rows: readonly (readonly (string | number | Date | null)[])[]
}

/** One word or sentence in both languages. */
export type InBoth = { readonly [L in Locale]: string }

/** What 新建 offers. */
export interface CreateItem {
  href: string
  icon: string
  label: InBoth
  keys?: string
  can(actor: PersonActor): boolean
}

/**
 * What a module keeps under sensitivity labels, for when somebody is no longer cleared for one:
 * their records have to go to somebody who is (decision 5).
 */
export interface Labelled {
  kind: string
  count(db: Db, sensitivityId: number): Promise<number>
  /** Ids of the records under the label that the person owns. */
  ownedBy(db: Db, sensitivityId: number, personId: number): Promise<readonly number[]>
  /** Takes somebody out of what they only help with; what they own goes by the kind's `Holding`. */
  leave(ctx: Ctx, sensitivityId: number, personId: number): Promise<void>
}

/** One record that somebody answers for. */
export interface Held {
  id: number
  /** Its label: it goes only to somebody cleared for it. */
  sensitivityId: number | null
}

/** What a person answers for of one kind: what somebody has to take over when they leave. */
export interface Holding {
  /** `task`: names it in forms and events. */
  kind: string
  label: InBoth
  /** Everything of the kind that is still open and this person's. */
  held(db: Db, personId: number): Promise<readonly Held[]>
  /** Moves these records from one person to another, with an event for each. */
  handOver(ctx: Ctx, ids: readonly number[], move: { from: number; to: number }): Promise<void>
}

/** Work that happens by itself: idempotent, under a lease, safe to run twice. */
export type Job = {
  name: string
  run(): Promise<void>
} & (
  | {
      /** Seconds between runs. */
      every: number
    }
  | {
      /** A cron pattern in company time. A run missed while the portal was down is made up for. */
      at: string
    }
)

/** What a group's page has beside the conversation. */
export interface GroupTab {
  /** `members`: names it to the page's head. */
  name: string
  order: number
  /** What follows `/groups/7` in its address. */
  path: string
  label: InBoth
  kinds?: readonly string[]
}

/** Where what happens in it reaches somebody, unless they choose. `fixed`: the company's rule, 门户 can't be off. */
interface Category {
  portal: boolean
  push: boolean
  email: boolean
  /** With the daily mail instead of at once. */
  digest?: boolean
  fixed?: boolean
}

export interface Module extends Outside {
  name: string
  /** Modules this one calls. */
  uses: readonly string[]
  nav?: readonly NavItem[]
  create?: readonly CreateItem[]
  groupTabs?: readonly GroupTab[]
  // A record's own type stays inside its module; the registry hands back only what `find` gave.
  // biome-ignore lint/suspicious/noExplicitAny: kinds of different records stand in one list
  kinds?: Record<string, Kind<any>>
  events?: Record<string, EventSpec>
  /** What it does about other modules' events, in their transaction, by their types. */
  reactions?: Record<string, (ctx: Ctx, event: NewEvent) => Promise<void>>
  categories?: Record<string, Category>
  jobs?: readonly Job[]
  /** Mails to people who have no account, by their templates: written when they are sent. */
  letters?: Readonly<Record<string, (payload: string) => Promise<StrangersLetter | null>>>
  /** What its events and its kinds of records are called in the audit log, by their codes. */
  said?: { readonly [L in Locale]: Readonly<Record<string, string>> }
  /** Why an event asks for a second look (待复核), as codes; asked while it is written down. */
  watch?(ctx: Ctx, event: NewEvent): Promise<readonly string[]>
  /** Told of what asks for a second look, once per change; what it says becomes part of it. */
  marked?(ctx: Ctx, events: readonly StoredEvent[]): Promise<void>
  /** What it puts into people's calendars, and when that takes their time. */
  calendar?: readonly CalendarSource[]
  labelled?: readonly Labelled[]
  holdings?: readonly Holding[]
  /** What it keeps of one person's own, for their copy; nothing that they may not see. */
  ownData?: (db: Db, actor: PersonActor) => Promise<readonly OwnSheet[]>
  /** Sentences in the inbox and the activity feed. */
  describe?: Record<string, (event: StoredEvent, locale: Locale) => string>
}
