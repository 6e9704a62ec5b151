/**
 * Tables whose rows may change without an event: positions, counters and what is derived from
 * events. Everything else is the company's record and must say what happened.
 */
export const bookkeeping: ReadonlySet<string> = new Set([
  "access",
  "announcement_reads",
  "bundles",
  "calendar_colleagues",
  "calendar_hidden",
  "counters",
  "deliveries",
  "digest_items",
  "fan_outs",
  "group_places",
  "idempotency",
  "kept_messages",
  "known_devices",
  "leases",
  "meeting_material_reads",
  "minutes_reads",
  "notifications",
  "rate_limits",
  "read_positions",
  "reads",
  "scheduled_messages",
  "search_index",
  "search_rows",
  "seals",
  "sessions",
  "taggings",
  "tags",
  "unsealed",
])
