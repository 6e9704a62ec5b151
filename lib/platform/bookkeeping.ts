/**
 * Tables whose rows may change without an event: positions, counters and what is derived from
 * events. Everything else is the company's record and must say what happened.
 */
export const bookkeeping: ReadonlySet<string> = new Set([
  "access",
  "bundles",
  "counters",
  "deliveries",
  "idempotency",
  "known_devices",
  "leases",
  "notifications",
  "rate_limits",
  "search_index",
  "search_rows",
  "seals",
  "sessions",
  "unsealed",
])
