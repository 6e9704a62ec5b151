/**
 * A process of the portal with sixteen people who submit one form after another, each under its
 * own key, until it is killed. Says by IPC how long the database took to be ready, and each answer
 * once it has one.
 */
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { answeredBefore, keepAnswer } from "@/lib/platform/idempotency"
import { actorsOf } from "@/lib/platform/organisation"
import { write } from "@/lib/platform/write"
import { aTask } from "./tasks"

export interface Answer {
  key: string
  id: number
}

export type Said = { readyMs: number } | { key: string } | Answer

const [round = "", personId = "", retried = ""] = process.argv.slice(2)
const again = retried.split(",").filter(Boolean)

const begun = performance.now()
await migrate()
const [actor] = await actorsOf(db(), [Number(personId)])
if (!actor) throw new Error("nobody works here")
process.send?.({ readyMs: performance.now() - begun })
await Promise.all(Array.from({ length: 16 }, (_, writer) => writeOn(actor, writer)))

async function writeOn(who: PersonActor, writer: number): Promise<void> {
  for (let turn = 0; ; turn++) {
    const key = again.pop() ?? `${round}-${writer}-${turn}`
    process.send?.({ key })
    const id = await write(who, (ctx) => submit(Object.assign(ctx, { actor: who }), key))
    process.send?.({ key, id } satisfies Answer)
  }
}

/** What an action does with a form's key. */
async function submit(ctx: Ctx & { actor: PersonActor }, key: string): Promise<number> {
  const submission = { action: "tasks.create", key, input: { name: key } }
  const before = await answeredBefore(ctx, submission)
  if (before === "conflict") throw new Error("the key was used for something else")
  if (before) return Number(before.answer)
  const id = await aTask(ctx, ctx.actor.personId, key)
  await keepAnswer(ctx, submission, id)
  return id
}
