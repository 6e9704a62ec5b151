import { createReadStream } from "node:fs"
import path from "node:path"
import { asc, eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { z } from "zod"
import { db, engine } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { messages } from "@/db/schema/messages"
import { duties, personDuties } from "@/db/schema/people"
import { rateLimits } from "@/db/schema/platform"
import { tasks } from "@/db/schema/tasks"
import { actionCases } from "@/e2e/action-cases"
import { actionsInCode } from "@/e2e/actions-in-code"
import { messageInputs } from "@/e2e/message-cases"
import { carryOut, type Spec } from "@/lib/action"
import { verbs } from "@/lib/messages/verbs"
import type { PersonActor } from "@/lib/platform/actor"
import { emit } from "@/lib/platform/events"
import { receiveFile } from "@/lib/platform/files/receiving"
import { organisationChanged } from "@/lib/platform/organisation"
import { Refusal } from "@/lib/platform/refusal"
import { writeAsSystem } from "@/lib/platform/write"
import { as } from "./personas"
import { strangeVersions } from "./strange"
import { beginWithWorld } from "./world"

type AnySpec = Spec<z.ZodType, unknown, unknown, unknown>

const from = { requestId: "strange", address: null, device: null }
const root = path.join(import.meta.dirname, "..")

beforeAll(beginWithWorld)

/** 陈晨 with every duty, so that nothing stops before it reaches the database. */
async function whoMay(): Promise<PersonActor> {
  const { personId } = await as("Q011")
  await writeAsSystem("strange", async (ctx) => {
    const rows = duties.map((duty) => ({ personId, duty }))
    await ctx.tx.insert(personDuties).values(rows).onConflictDoNothing()
    await organisationChanged(ctx)
    emit(ctx, { type: "settings.changed", recordId: 0, data: { names: ["company"] } })
  })
  return as("Q011")
}

/** Records of the sample company that every case is about. */
async function sample(owner: PersonActor) {
  const [task] = await db().select().from(tasks).where(eq(tasks.ownerId, owner.personId)).limit(1)
  const one = { leave: 1, matter: 1, matterPart: 1, otherMatter: 1, meeting: 1, otherMeeting: 1 }
  const more = {
    resolution: 1,
    template: 1,
    client: 1,
    ticket: 1,
    otherTicket: 1,
    bundle: 1,
    session: 1,
    signIn: 1,
    appointment: 1,
  }
  const others = { colleague: 2, administrator: 1, ownGroup: 2, otherGroup: 3 }
  const body = createReadStream(path.join(import.meta.dirname, "samples/company.csv"))
  const { id: file } = await receiveFile(owner, { name: "company.csv", announced: null, body })
  return { ...one, ...more, ...others, file, task: task?.id ?? 0, secret: task?.id ?? 0 }
}

/** @returns what became of it that no refusal says */
async function fault(spec: AnySpec, who: PersonActor, input: unknown): Promise<string | undefined> {
  try {
    await carryOut(spec, who, input, from)
    return undefined
  } catch (error) {
    if (error instanceof Refusal || error instanceof z.ZodError) return undefined
    return `${spec.name} ${JSON.stringify(input).slice(0, 200)}: ${error}`
  }
}

/** What goes wrong with everything strange in this place of an input. */
async function faults(spec: AnySpec, who: PersonActor, usual: object): Promise<string[]> {
  // It isn't the limit that is tried here.
  await engine().write(({ db: tx }) => tx.delete(rateLimits))
  const found: string[] = []
  for (const input of strangeVersions(usual)) {
    const one = await fault(spec, who, input)
    if (one) found.push(one)
  }
  return found
}

test("whatever is sent to an action, the portal doesn't break", async () => {
  const who = await whoMay()
  const about = await sample(who)
  const found: string[] = []
  for (const name of actionsInCode()) {
    const [file = "", exported = ""] = name.split("#")
    const { spec } = (await import(path.join(root, file)))[exported]
    const [usual] = actionCases.get(name)?.args(about) ?? []
    if (spec && typeof usual === "object" && usual !== null)
      found.push(...(await faults(spec, who, usual)))
  }
  expect(found).toEqual([])
}, 120_000)

test("whatever is sent about messages, the portal doesn't break", async () => {
  const who = await as("Q016")
  const [message] = await db()
    .select({ id: messages.id, groupId: messages.groupId })
    .from(messages)
    .innerJoin(groups, eq(groups.id, messages.groupId))
    .where(eq(groups.name, "秋季版本 V3.2"))
    .orderBy(asc(messages.id))
    .limit(1)
  const found: string[] = []
  for (const [verb, input] of Object.entries(
    messageInputs(message?.groupId ?? 0, message?.id ?? 0),
  )) {
    const { spec } = Object(verbs.get(verb))
    if (spec) found.push(...(await faults(spec, who, input)))
  }
  expect(found).toEqual([])
}, 120_000)
