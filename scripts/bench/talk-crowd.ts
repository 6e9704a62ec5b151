import { Agent } from "node:http"
import { type Bench, listPath, pageLoad } from "./pages"
import { comparedOf, interleaved } from "./rounds"
import { streamAgent } from "./streams"
import type { Line } from "./table"
import { openPages, say, type TalkBench } from "./talking"

const people = 500
const pause = 100

/** P14: 500 people have one busy group open, ten messages a second are said in it, others open lists. */
export async function measureCrowd(bench: TalkBench): Promise<Line[]> {
  const { many } = bench
  const { crowd, everybody } = many.talk
  const [listening, posting] = [streamAgent(), new Agent({ keepAlive: true })]
  const pages = await openPages(listening, many, everybody, crowd.slice(0, people))
  const lists = () => listsOf(bench)
  let turn = 0
  const during = async () => {
    let talking = true
    const talk = (async () => {
      while (talking) {
        const person = crowd[turn++ % crowd.length]
        if (person) await say(posting, many, everybody, person, `第 ${turn} 条`)
        await new Promise((done) => setTimeout(done, pause))
      }
    })()
    const p99 = await lists()
    talking = false
    await talk
    return p99
  }
  await lists()
  const pairs = await interleaved(lists, during)
  for (const page of pages) page.close()
  for (const agent of [listening, posting]) agent.destroy()
  return [{ id: "P14", what: "crowdList", goal: { atMost: 2 }, unit: "ms", ...comparedOf(pairs) }]
}

const listsOf = async (bench: Pick<Bench, "load"> & TalkBench): Promise<number> => {
  const { cookie } = bench.many.company.member
  return (await pageLoad(bench, bench.many, listPath, cookie, { at: 2, ms: 3_000 })).p99
}
