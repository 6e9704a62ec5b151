import type { Db } from "@/db/database"
import type { OutwardSender } from "./outward-sender"

/** Something that was exchanged with outsiders about a client, as its archive keeps it. */
export interface Exchanged {
  at: Date
  /** Who said it, with the firm or department they spoke for. */
  who: string
  /** Said by somebody from outside. */
  outside: boolean
  /** Under what it stands: the subject of a record, the group. */
  title: string
  /** As outsiders read it; never an original that was masked. */
  text: string
  /** More of it, by names of columns. */
  fields?: readonly (readonly [string, string])[]
  /** What its files hang on. */
  ref: { kind: string; id: number }
  /** Which of those are its own; all of them where it doesn't say. */
  fileIds?: readonly number[]
}

/** A stretch of time: after its first moment, up to its last. */
export interface Stretch {
  from: Date
  to: Date
}

/** One page, and where the next begins; null at the end. */
export interface ExchangedPage {
  rows: readonly Exchanged[]
  next: string | null
}

/** What a module says of dealings with outsiders. */
export interface Outside {
  /** How it sends what was stopped on its way to outsiders, once somebody has released it. */
  outward?: Readonly<Record<string, OutwardSender>>
  /** What was exchanged about a client, a page at a time, in its own order. */
  exchanged?: (
    db: Db,
    clientId: number,
    stretch: Stretch,
    after: string | undefined,
  ) => Promise<ExchangedPage>
}
