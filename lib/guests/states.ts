import type { InvitationRow } from "./invitation"

export const invitationStates = [
  "waiting",
  "open",
  "used",
  "refused",
  "expired",
  "revoked",
  "suspended",
] as const
export type InvitationState = (typeof invitationStates)[number]

type Facts = Pick<
  InvitationRow,
  "openedAt" | "refusedAt" | "usedAt" | "revokedAt" | "suspendedAt" | "expiresAt"
>

/** What its facts come to: the strongest of them counts. */
export function stateOf(row: Facts, now: Date): InvitationState {
  if (row.revokedAt) return "revoked"
  if (row.refusedAt) return "refused"
  if (row.expiresAt.getTime() <= now.getTime()) return "expired"
  if (row.suspendedAt) return "suspended"
  if (!row.openedAt) return "waiting"
  return row.usedAt ? "used" : "open"
}

/** In force: its link opens, its guest is in. */
export const holds = (row: Facts, now: Date): boolean =>
  ["open", "used"].includes(stateOf(row, now))

const day = 24 * 3600 * 1000

/** Milliseconds before its end that an invitation is spoken of. */
export const ahead = 3 * day

/** Chosen so near, an end is nothing to be reminded of. */
export const endsSoon = (expiresAt: Date, now: Date): boolean =>
  expiresAt.getTime() - now.getTime() <= ahead

/** Days that are left, the one that has begun counted: 剩 6 天. */
export const daysLeft = (expiresAt: Date, now: Date): number =>
  Math.max(0, Math.ceil((expiresAt.getTime() - now.getTime()) / day))
