import { z } from "zod"

const held = z.object({ size: z.number().int(), sha256: z.string() })

/** The last entry of a backup: what must be in it, to the byte. */
export const manifestShape = z.object({
  product: z.literal("qibu"),
  format: z.literal(1),
  engine: z.enum(["sqlite", "postgres"]),
  createdAt: z.string(),
  /** The newest migration the database had (its time in the migration journal, ms). */
  migration: z.number(),
  /** Rows by table. */
  rows: z.record(z.string(), z.number()),
  /** Where PostgreSQL's running numbers stood. */
  sequences: z.record(z.string(), z.string()).default({}),
  entries: z.record(z.string(), held),
})

export type Manifest = z.infer<typeof manifestShape>

export type DatabaseCopy = Pick<Manifest, "engine" | "migration" | "rows" | "sequences">

/** The only names a backup may hold: nothing in it can be written elsewhere. */
export const allowedName =
  /^(database\.db|database\.jsonl|secrets\.json|files\/(?!.*\.\.)[\w./-]+)$/

/** What no restored portal may honour: sign-ins and one-time links made before it. */
export const endedByRestore = ["sessions", "password_links", "leases"]

/** The same for guests, where the backup is of a portal that had them: devices, codes and links. */
export const guestsEndedByRestore = [
  "delete from guest_sessions",
  "delete from guest_codes",
  "update guest_invitations set token_hash = null",
]

export function sameRows(found: Manifest["rows"], said: Manifest["rows"]): boolean {
  return Object.entries(said).every(([table, count]) => found[table] === count)
}
