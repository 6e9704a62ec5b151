import { eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { db } from "@/db/engine"
import { sessions } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { newToken } from "@/lib/platform/random-token"
import { refuse } from "@/lib/platform/refusal"
import { endSessions, renewToken } from "@/lib/platform/session"
import { writeAsSystem } from "@/lib/platform/write"
import { accountOf } from "./account"
import { type Attempt, countFailure, forgetFailures, waitFor } from "./guessing"
import { readNewPassword, setPassword } from "./new-password"
import { isPassword } from "./passwords"

/** What is ready before the transaction: the new hash and the session's next token. */
export interface ReadyPassword {
  /** What the present password was proved by. */
  against: string
  hash: string
  token: string
}

/**
 * The present password once more, for what only its owner may do. Guessing it from an open
 * session is delayed like guessing at the door; who has got hold of one session holds up no other.
 * @returns what it was proved by, for `stillProved`
 * @throws Refusal at the field `currentPassword`
 */
export async function provePassword(actor: PersonActor, password: string): Promise<string> {
  const login = `own:${actor.personId} ${actor.sessionId}`
  const attempt: Attempt = { login, address: null, knownDevice: null }
  const seconds = await waitFor(db(), attempt, new Date())
  if (seconds > 0) refuse("busy", { sentence: "people.signIn.wait", values: { seconds } })
  const account = await accountOf(db(), actor.personId)
  const right = await isPassword(account?.passwordHash ?? null, password)
  // Asked again where it is counted: guesses made at once must not all come before the delay.
  const late = await writeAsSystem("people.prove", async (ctx) => {
    const wait = await waitFor(ctx.tx, attempt, ctx.now)
    if (wait === 0) await (right ? forgetFailures(ctx, [], attempt) : countFailure(ctx, attempt))
    return wait
  })
  if (late > 0) refuse("busy", { sentence: "people.signIn.wait", values: { seconds: late } })
  return right && account?.passwordHash ? account.passwordHash : notCurrent()
}

/** How long nobody is asked for the password once more that they have just come in with. */
const fresh = 10 * 60_000

/** Whether somebody came in just now, or has no password that could be asked for. */
export async function cameJustNow(on: Db, { personId, sessionId }: PersonActor): Promise<boolean> {
  const [session] = await on
    .select({ at: sessions.createdAt })
    .from(sessions)
    .where(eq(sessions.id, sessionId))
  // A clock that was ahead makes nothing of long ago new.
  if (session && Math.abs(Date.now() - session.at.getTime()) < fresh) return true
  return !(await accountOf(on, personId))?.passwordHash
}

const notCurrent = () =>
  refuse("invalid", { fields: { currentPassword: "people.password.notCurrent" } })

/**
 * Proving takes a while: a password that was changed meanwhile proves nothing any more. Whoever
 * asks for it calls this in the transaction of what they do.
 * @throws Refusal as `provePassword`
 */
export async function stillProved(
  ctx: Ctx & { actor: PersonActor },
  against: string,
): Promise<void> {
  const account = await accountOf(ctx.tx, ctx.actor.personId)
  if (account?.passwordHash !== against) notCurrent()
}

export async function readyPassword(
  on: Db,
  actor: PersonActor,
  input: { currentPassword: string; password: string },
): Promise<ReadyPassword> {
  const against = await provePassword(actor, input.currentPassword)
  return {
    against,
    hash: await readNewPassword(on, actor.personId, input.password),
    token: newToken(),
  }
}

/** Changes the own password. Every other session ends at once, this one goes on under a new token (S3). */
export async function changePassword(
  ctx: Ctx & { actor: PersonActor },
  { against, hash, token }: ReadyPassword,
): Promise<void> {
  const { personId, sessionId } = ctx.actor
  await stillProved(ctx, against)
  await setPassword(ctx, personId, hash)
  const ended = await endSessions(ctx, personId, { except: sessionId })
  await renewToken(ctx, sessionId, token)
  emit(ctx, {
    type: "person.password_changed",
    recordId: personId,
    data: { personIds: [personId], by: "self", endedSessions: ended.length },
  })
}
