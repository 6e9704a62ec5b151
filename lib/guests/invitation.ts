import { asc, eq, inArray, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { guestApprovals, guestInvitations, guestScopes } from "@/db/schema/guests"
import type { Grant, Locale } from "@/lib/platform/actor"
import { placedName } from "@/lib/platform/guest-names"
import { registry } from "@/lib/platform/registry"

export type InvitationRow = typeof guestInvitations.$inferSelect
export type ScopeRow = typeof guestScopes.$inferSelect
export type ApprovalRow = typeof guestApprovals.$inferSelect

/** 外部邀请 with what it opens, who agreed, and what decides who sees it. */
export interface Invitation extends InvitationRow {
  scopes: readonly ScopeRow[]
  approvals: readonly ApprovalRow[]
  grants: readonly Grant[]
  sensitivityId: null
}

const byId = prepared((db) =>
  db
    .select()
    .from(guestInvitations)
    .where(eq(guestInvitations.id, sql.placeholder("id")))
    .prepare(),
)

/** The invitation, whoever asks: `canSee` comes next. */
export async function findInvitation(db: Db, id: number): Promise<Invitation | null> {
  if (!Number.isSafeInteger(id)) return null
  const [row] = await byId(db).execute({ id })
  if (!row) return null
  const scopes = await db
    .select()
    .from(guestScopes)
    .where(eq(guestScopes.invitationId, id))
    .orderBy(asc(guestScopes.kind), asc(guestScopes.recordId))
  const approvals = await db
    .select()
    .from(guestApprovals)
    .where(eq(guestApprovals.invitationId, id))
    .orderBy(asc(guestApprovals.departmentId))
  const grants = grantsOf(row, approvals, await ownersOf(db, scopes))
  return { ...row, scopes, approvals, grants, sensitivityId: null }
}

/** Who answers for each thing that it opens. */
async function ownersOf(db: Db, scopes: readonly ScopeRow[]): Promise<number[]> {
  const owners: number[] = []
  for (const { kind: name, recordId } of scopes) {
    const kind = registry().kinds.get(name)
    const record = await kind?.find(db, recordId)
    if (record) owners.push(...((await kind?.guestScope?.owners(db, record)) ?? []))
  }
  return owners
}

/** Its inviter, the heads who were asked, whoever answers for what it opens, and 平台管理. */
function grantsOf(
  { inviterId }: InvitationRow,
  approvals: readonly ApprovalRow[],
  owners: readonly number[],
): Grant[] {
  const heads = approvals.flatMap(({ headId }) => headId ?? [])
  const people = new Set([inviterId, ...heads, ...owners])
  return [
    { principal: "duty:platform", level: "admin" },
    ...[...people].map((id): Grant => ({ principal: `person:${id}`, level: "edit" })),
  ]
}

/** Invitations as lists of records of every kind name them. */
export async function titledInvitations(db: Db, ids: readonly number[], locale: Locale = "zh") {
  const rows = await db
    .select({
      id: guestInvitations.id,
      name: guestInvitations.name,
      organisation: guestInvitations.organisation,
    })
    .from(guestInvitations)
    .where(inArray(guestInvitations.id, [...ids]))
  return new Map(rows.map((row) => [row.id, { title: titleOf(row, locale), href: hrefOf(row) }]))
}

export const titleOf = (
  { name, organisation }: { name: string; organisation: string },
  locale: Locale = "zh",
): string => placedName(name, organisation, locale)

export const hrefOf = ({ id }: { id: number }): string => `/guests/${id}`
