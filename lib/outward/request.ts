import { eq, inArray, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { outwardRequests } from "@/db/schema/outward"
import { type Grant, sees } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"

export type RequestRow = typeof outwardRequests.$inferSelect

/** 申请放行 with what decides who sees it: its author, the head who was asked, and 平台管理. */
export interface OutwardRequest extends RequestRow {
  grants: readonly Grant[]
  sensitivityId: null
}

const byId = prepared((db) =>
  db
    .select()
    .from(outwardRequests)
    .where(eq(outwardRequests.id, sql.placeholder("id")))
    .prepare(),
)

/** The request, whoever asks: `canSee` comes next. */
export async function findRequest(db: Db, id: number): Promise<OutwardRequest | null> {
  if (!Number.isSafeInteger(id)) return null
  const [row] = await byId(db).execute({ id })
  return row ? { ...row, grants: grantsOf(row), sensitivityId: null } : null
}

/** For actions: the request that an input names, if it is the actor's to see. */
export async function seenRequest(ctx: Ctx, { id }: { id: number }) {
  const request = await findRequest(ctx.tx, id)
  return request && ctx.actor.kind !== "guest" && sees(ctx.actor, request) ? request : null
}

const grantsOf = ({ authorId, headId }: RequestRow): Grant[] => [
  { principal: "duty:platform", level: "admin" },
  { principal: `person:${authorId}`, level: "edit" },
  ...(headId === null ? [] : [{ principal: `person:${headId}` as const, level: "edit" as const }]),
]

const titleLength = 40

/** What it says, masked. */
export const titleOf = ({ shown, id }: Pick<RequestRow, "shown" | "id">): string => {
  const letters = [...shown.replace(/\s+/g, " ").trim()]
  if (letters.length === 0) return `#${id}`
  return letters.length > titleLength
    ? `${letters.slice(0, titleLength).join("")}…`
    : letters.join("")
}
export const hrefOf = ({ id }: { id: number }): string => `/outward/${id}`

/** Requests as lists of records of every kind name them. */
export async function titledRequests(db: Db, ids: readonly number[]) {
  const rows = await db
    .select({ id: outwardRequests.id, shown: outwardRequests.shown })
    .from(outwardRequests)
    .where(inArray(outwardRequests.id, [...ids]))
  return new Map(rows.map((row) => [row.id, { title: titleOf(row), href: hrefOf(row) }]))
}

export const requestStates = [
  "waiting",
  "released",
  "sent",
  "refused",
  "withdrawn",
  "failed",
] as const
export type RequestState = (typeof requestStates)[number]

/** What its facts come to. */
export function stateOf(row: RequestRow): RequestState {
  if (row.withdrawnAt) return "withdrawn"
  if (row.failed !== null) return "failed"
  if (row.sentAt) return "sent"
  if (row.decidedAt) return row.accepted ? "released" : "refused"
  return "waiting"
}
