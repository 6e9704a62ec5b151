import { Agent } from "node:http"
import { quantile } from "./load"
import { spreadOf } from "./rounds"
import { streamAgent } from "./streams"
import type { Line } from "./table"
import { losses } from "./talk-losses"
import { newestIn, openPages, say, type TalkBench, until } from "./talking"

const people = 50
const seconds = 60
const watchers = 20

/** Fifty people say something once a second for a minute; whoever has the group open hears all of it in order. */
export async function measureSteadyTalk({ many }: TalkBench): Promise<Line[]> {
  const { crowd, everybody } = many.talk
  const [listening, posting] = [streamAgent(), new Agent({ keepAlive: true, maxSockets: people })]
  const before = await newestIn(many, everybody)
  const pages = await openPages(listening, many, everybody, crowd.slice(0, watchers))
  const begun = performance.now()
  const took: number[] = []
  let refused = 0
  await Promise.all(
    crowd.slice(0, people).map(async (person, nth) => {
      for (let i = 0; i < seconds; i++) {
        const due = begun + (i + nth / people) * 1_000
        await until(() => performance.now() >= due, seconds * 1_000)
        const since = performance.now()
        await say(posting, many, everybody, person, `${nth}-${i}`).catch(() => {
          refused += 1
        })
        took.push(performance.now() - since)
      }
    }),
  )
  const wrong = await losses(many, before, pages)
  const missing = people * seconds - refused - ((await newestIn(many, everybody)) - before)
  for (const page of pages) page.close()
  for (const agent of [listening, posting]) agent.destroy()
  const p99 = quantile(
    took.toSorted((a, b) => a - b),
    0.99,
  )
  const none = { atMost: 0 }
  const counted = wrong + Math.abs(missing) + refused
  return [
    { id: "P9", what: "steadyLost", goal: none, unit: "times", portal: spreadOf([counted]) },
    { id: "P9", what: "steadyP99", goal: { atMost: 250 }, unit: "ms", portal: spreadOf([p99]) },
  ]
}
