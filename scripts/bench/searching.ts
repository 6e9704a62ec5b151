/** P5 in a process of its own: the search's SQL for short queries over many messages. */
import { inArray, max } from "drizzle-orm"
import "@/lib/modules"
import { db, engine } from "@/db/engine"
import { messages } from "@/db/schema/messages"
import { readEnv } from "@/lib/platform/env"
import { actorsOf } from "@/lib/platform/organisation"
import { matching } from "@/lib/platform/search-matching"
import { phraseQuery } from "@/lib/platform/tokens"
import { dice } from "../seeding/dice"
import { quantile } from "./load"
import { companyIn } from "./portal"
import { rounds } from "./rounds"

const most = 31
const strange = "龘靐齉爩鱻麤灪籱饢驫龘靐齉爩鱻麤灪籱饢驫"
const roll = dice(5)

const lengths = [1, 2, 3, 4]
/** A stretch of the longest run of characters: what stands between runs parts them. */
function inText(text: string, length: number): string {
  const runs = (text.match(/\p{Script=Han}+/gu) ?? []).toSorted((a, b) => b.length - a.length)
  const letters = [...(runs[0] ?? "")]
  const from = roll.below(Math.max(1, letters.length - length + 1))
  return letters.slice(from, from + length).join("")
}

/** Stretches of what was said, a hundred of one to four characters. */
async function said(): Promise<string[]> {
  const [newest] = await db()
    .select({ id: max(messages.id) })
    .from(messages)
  const ids = Array.from({ length: 100 }, () => 1 + roll.below(newest?.id ?? 1))
  const rows = await db()
    .select({ body: messages.body })
    .from(messages)
    .where(inArray(messages.id, ids))
  return rows.map(({ body }, n) => inText(body, lengths[n % 4] ?? 1)).filter(Boolean)
}

/** Characters that stand in many messages, put together as they stand in none; and strange ones. */
function nobodySaid(present: readonly string[]): string[] {
  const mixed = present.map((query, n) =>
    [...(query + (present[n + 1] ?? ""))].toReversed().slice(0, 4).join(""),
  )
  return [
    ...mixed,
    ...lengths.flatMap((length) =>
      Array.from({ length: 10 }, (_, n) => strange.slice(n, n + length)),
    ),
  ]
}

const ask = (principals: readonly string[], query: string): Promise<unknown> =>
  matching(principals, phraseQuery(query), { kind: "message", limit: most })

/** The quickest of three: a busy machine makes anything wait now and then. */
async function quickest(principals: readonly string[], query: string): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 3; i++) {
    const since = performance.now()
    await ask(principals, query)
    times.push(performance.now() - since)
  }
  return Math.min(...times)
}

async function slowest(principals: readonly string[], queries: readonly string[]) {
  const found: number[] = []
  for (let round = 0; round < rounds; round++) {
    const times: number[] = []
    for (const query of queries) times.push(await quickest(principals, query))
    found.push(
      quantile(
        times.toSorted((a, b) => a - b),
        0.99,
      ),
    )
  }
  return found
}

const { talk } = companyIn(readEnv().data)
const [actor] = await actorsOf(db(), [talk?.reader.personId ?? 0])
if (!talk || !actor) throw new Error("nobody talks there")
const own = [...actor.principals.keys()]
const present = await said()
const absent = nobodySaid(present)
await slowest(own, present)
process.send?.({
  present: await slowest(own, present),
  absent: await slowest(own, absent),
  rareRoom: await slowest([`group:${talk.quiet}`], [...present, ...absent]),
  noAccess: await slowest(["person:999999"], [...present, ...absent]),
})
await engine().close()
process.disconnect?.()
