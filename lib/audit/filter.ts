import { z } from "zod"
import { type Group, groups } from "./groups"

/** What the address narrows the log to. A filter that makes no sense is left out, never an error. */
export interface AuditFilter {
  group?: Group
  type?: string
  /** `#12`, a name, a staff number or an e-mail. */
  person?: string
  kind?: string
  record?: number
  /** An address, or how it begins. */
  address?: string
  /** Company time, `2026-11-24T09:00`. */
  from?: string
  until?: string
  review?: "open" | "all"
  /** The page goes on before this event. */
  before?: number
  /** The row that is open. */
  open?: number
}

const code = z.string().regex(/^[a-z_]{1,40}(\.[a-z_]{1,40})?$/)
const number = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const minute = z.string().regex(/^20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d$/)

const loose = <T extends z.ZodType>(field: T) => field.optional().catch(undefined)

const filter = z.object({
  group: loose(z.enum(groups)),
  type: loose(code),
  person: loose(z.string().trim().min(1).max(100)),
  kind: loose(code),
  record: loose(number),
  address: loose(
    z
      .string()
      .trim()
      .regex(/^[\da-fA-F.:]{1,45}$/),
  ),
  from: loose(minute),
  until: loose(minute),
  review: loose(z.enum(["open", "all"])),
  before: loose(number),
  open: loose(number),
})

export function readFilter(query: Record<string, unknown>): AuditFilter {
  const given = Object.entries(query).filter(([, value]) => value !== "")
  return filter.parse(Object.fromEntries(given))
}

/** The page's address with these filters; changing what is shown begins at its top again. */
export function addressOf(of: AuditFilter, path = "/admin/audit"): string {
  const query = new URLSearchParams(
    Object.entries(of).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  )
  return query.size > 0 ? `${path}?${query}` : path
}

/** Only what narrows: without the place in the list and the open row. */
export const narrowing = ({ before: _, open: __, ...rest }: AuditFilter): AuditFilter => rest
