/**
 * A process of the portal with sixteen people who submit one form after another, each under its
 * own key, until it is killed: tasks, or messages when a group is named. Says by IPC how long the database took to be ready, and each answer
 * once it has one.
 */
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { findGroup } from "@/lib/groups/group"
import { plainly, sendMessage } from "@/lib/messages/sending"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { answeredBefore, keepAnswer } from "@/lib/platform/idempotency"
import { actorsOf } from "@/lib/platform/organisation"
import { write } from "@/lib/platform/write"
import { aTask } from "../tasks"

export interface Answer {
  key: string
  id: number
}

export type Said = { readyMs: number } | { key: string } | Answer

const [round = "", personId = "", retried = "", groupId = ""] = process.argv.slice(2)
const again = retried.split(",").filter(Boolean)

const begun = performance.now()
await migrate()
const [actor] = await actorsOf(db(), [Number(personId)])
if (!actor) throw new Error("nobody works here")
process.send?.({ readyMs: performance.now() - begun })
await Promise.all(Array.from({ length: 16 }, (_, writer) => writeOn(actor, writer)))

async function writeOn(who: PersonActor, writer: number): Promise<void> {
  for (let turn = 0; ; turn++) {
    const key = again.pop() ?? `${groupId}-${round}-${writer}-${turn}`
    process.send?.({ key })
    const lock = groupId === "" ? {} : { lock: `group:${groupId}` }
    const id = await write(who, (ctx) => submit(Object.assign(ctx, { actor: who }), key), lock)
    process.send?.({ key, id } satisfies Answer)
  }
}

async function send(ctx: Ctx & { actor: PersonActor }, body: string): Promise<number> {
  const group = await findGroup(ctx.tx, Number(groupId))
  if (!group) throw new Error("there is no such group")
  return (await sendMessage(ctx, group, plainly(body))).id
}

/** What an action does with a form's key. */
async function submit(ctx: Ctx & { actor: PersonActor }, key: string): Promise<number> {
  const submission = { action: "submit", key, input: { name: key } }
  const before = await answeredBefore(ctx, submission)
  if (before === "conflict") throw new Error("the key was used for something else")
  if (before) return Number(before.answer)
  const id = groupId === "" ? await aTask(ctx, ctx.actor.personId, key) : await send(ctx, key)
  await keepAnswer(ctx, submission, id)
  return id
}
