import type { Asked, Loaded } from "./load"
import { comparedOf, interleaved } from "./rounds"
import type { Line } from "./table"
import { type TalkBench, type TalkingPortal, verb } from "./talking"

const connections = 8
const during = 1_500
/** As many as a limit of 300 a minute takes: each asks again and again, as open pages do. */
const people = 200
/** Readings of one person in a round: each moves by one message. */
const steps = 30

const json = { "content-type": "application/json" }
const bare = (keep: boolean): Asked => ({
  ...{ path: "/bare", method: "POST", headers: json },
  body: JSON.stringify({ groupId: 1, seq: 1, keep }),
})

/** P11: what open pages ask for all the time against a route that does nothing. */
export async function measureEndpoints(bench: TalkBench): Promise<Line[]> {
  const { talk } = bench.many
  const groupId = talk.everybody
  const crowd = talk.crowd.slice(0, people)
  const unread = crowd.map(({ cookie }) => ({
    path: "/groups/data/unread",
    headers: { cookie },
  }))
  const typing = crowd.map((person) => verb("typing", person, { groupId }))
  let step = 0
  const reading = () => {
    step += steps
    return Array.from({ length: steps }, (_, n) =>
      crowd.map((person) => verb("read", person, { groupId, seq: step + n })),
    ).flat()
  }
  return [
    await against(bench, "unreadEndpoint", [{ path: "/bare" }], () => unread),
    await against(bench, "typingEndpoint", [bare(false)], () => typing),
    await against(bench, "readEndpoint", [bare(true)], reading),
  ]
}

async function against(
  bench: TalkBench,
  what: "unreadEndpoint" | "typingEndpoint" | "readEndpoint",
  floor: readonly Asked[],
  portal: () => readonly Asked[],
): Promise<Line> {
  const at = async (port: TalkingPortal["port"], requests: readonly Asked[]) =>
    allGood(what, await bench.load({ port, requests, connections, during }))
  await at(bench.floor.port, floor)
  await at(bench.many.port, portal())
  const pairs = await interleaved(
    () => at(bench.floor.port, floor),
    () => at(bench.many.port, portal()),
  )
  return { id: "P11", what, goal: { atLeast: 0.5 }, unit: "perSecond", ...comparedOf(pairs) }
}

function allGood(what: string, { perSecond, statuses }: Loaded): number {
  const wrong = Object.keys(statuses).filter((status) => status !== "200")
  if (wrong.length > 0) throw new Error(`${what} was answered with ${wrong.join(", ")}`)
  return perSecond
}
