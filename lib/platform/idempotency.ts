import { createHash } from "node:crypto"
import { and, eq, sql } from "drizzle-orm"
import { prepared } from "@/db/engine"
import { idempotency } from "@/db/schema/platform"
import { type Actor, actorId } from "./actor"
import type { Ctx } from "./context"
import { lockAway, takeOut } from "./vault"

const known = prepared((db) =>
  db
    .select({ inputHash: idempotency.inputHash, answer: idempotency.answer })
    .from(idempotency)
    .where(
      and(
        eq(idempotency.actor, sql.placeholder("actor")),
        eq(idempotency.action, sql.placeholder("action")),
        eq(idempotency.key, sql.placeholder("key")),
      ),
    )
    .prepare(),
)
const keep = prepared((db) =>
  db
    .insert(idempotency)
    .values({
      actor: sql.placeholder("actor"),
      action: sql.placeholder("action"),
      key: sql.placeholder("key"),
      inputHash: sql.placeholder("inputHash"),
      answer: sql.placeholder("answer"),
      at: sql.placeholder("at"),
    })
    .prepare(),
)

export interface Submission {
  action: string
  /** Made by the form, once per intended submission. */
  key: string
  input: unknown
  /** What is answered is for the sender alone (a link, a number): it is kept locked. */
  secret?: boolean | undefined
}

const who = (actor: Actor) => `${actor.kind}:${actorId(actor) ?? ""}`

/** The input without its key, in one fixed spelling. */
const hashOf = (input: unknown) =>
  createHash("sha256")
    .update(JSON.stringify(input, (name, value) => (name === "key" ? undefined : value)))
    .digest("base64url")

/**
 * The answer given before to the same submission.
 * @returns null when it is new; "conflict" when the key was used with other input
 */
export async function answeredBefore(ctx: Ctx, { action, key, input, secret }: Submission) {
  const [row] = await known(ctx.tx).execute({ actor: who(ctx.actor), action, key })
  if (!row) return null
  if (row.inputHash !== hashOf(input)) return "conflict"
  return { answer: secret ? takeOut(row.answer) : row.answer }
}

/** Keeps the answer in the change's own transaction. */
export function keepAnswer(ctx: Ctx, { action, key, input, secret }: Submission, value: unknown) {
  const answer = JSON.stringify(value ?? null)
  return keep(ctx.tx).execute({
    actor: who(ctx.actor),
    action,
    key,
    inputHash: hashOf(input),
    answer: secret ? lockAway(answer) : answer,
    at: ctx.now,
  })
}
