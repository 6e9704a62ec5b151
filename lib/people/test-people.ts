import { hash } from "@node-rs/argon2"
import { eq } from "drizzle-orm"
import { db, engine } from "@/db/engine"
import { departments, people, personDuties } from "@/db/schema/people"
import type { Duty, PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { actorsOf, organisationChanged } from "@/lib/platform/organisation"
import { Refusal } from "@/lib/platform/refusal"
import { actorOfSession } from "@/lib/platform/session-row"
import { write, writeAsSystem } from "@/lib/platform/write"
import { setPassword } from "./new-password"
import { checkLogin, type Entered, signIn } from "./signing-in"

/** A hash says what it costs: with as little as Argon2 takes, coming in takes no time. */
const least = { memoryCost: 8, timeCost: 1, parallelism: 1 }

/** For tests: the next password of somebody, without the rules and without the work of a real one. */
export async function givePassword(personId: number, password: string): Promise<void> {
  const cheap = await hash(password, least)
  await writeAsSystem("test", async (ctx) => {
    await setPassword(ctx, personId, cheap)
    ctx.said.push({ type: "settings.changed", recordId: 0 })
  })
}

/** For tests: somebody who works here, with a password that is theirs. */
export async function hire(
  staffNo: string,
  password: string,
  duties: Duty[] = [],
): Promise<number> {
  const id = await engine().write(async ({ db: tx }) => {
    const [home] = await tx.select().from(departments).where(eq(departments.name, "研发部"))
    const [made] = home
      ? [home]
      : await tx.insert(departments).values({ name: "研发部", createdAt: new Date() }).returning()
    const [row] = await tx
      .insert(people)
      .values({
        staffNo,
        name: "柯南星",
        pinyin: "kenanxing",
        initials: "knx",
        email: `${staffNo.toLowerCase()}@qibu.example`,
        departmentId: made?.id ?? 0,
        level: "edit",
        createdAt: new Date(),
      })
      .returning()
    return row?.id ?? 0
  })
  await writeAsSystem("test", async (ctx) => {
    if (duties.length > 0)
      await ctx.tx.insert(personDuties).values(duties.map((duty) => ({ personId: id, duty })))
    await organisationChanged(ctx)
    ctx.said.push({ type: "person.added", recordId: id })
  })
  await givePassword(id, password)
  return id
}

export interface From {
  address?: string
  device?: string | null
}

/** One try at the door, as the login form makes it. */
export async function tryDoor(
  login: string,
  password: string,
  { address = "10.0.0.1", device = null }: From = {},
) {
  const input = { login, password, device }
  const origin = { requestId: "test", address, device: "Chrome" }
  try {
    const checked = await checkLogin(db(), input, address)
    return await writeAsSystem("test", (ctx) => signIn(ctx, input, checked), { origin })
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** Comes in, or the test fails. */
export async function comeIn(login: string, password: string, from?: From): Promise<Entered> {
  const outcome = await tryDoor(login, password, from)
  if (outcome instanceof Refusal || !("token" in outcome))
    throw new Error(`not let in: ${JSON.stringify(outcome)}`)
  return outcome
}

/** Acts in an open session. */
export async function inSession<T>(
  sessionId: number,
  run: (ctx: Ctx & { actor: PersonActor }) => Promise<T>,
): Promise<T> {
  const actor = await actorOfSession(sessionId)
  if (typeof actor === "string") throw new Error(`the session is over: ${actor}`)
  return write(actor, (ctx) => run(Object.assign(ctx, { actor })))
}

export async function actorNamed(personId: number): Promise<PersonActor> {
  const [actor] = await actorsOf(db(), [personId])
  if (!actor) throw new Error("nobody")
  return actor
}
