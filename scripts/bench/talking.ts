import type { Agent } from "node:http"
import { type Asked, ask } from "./load"
import type { SignedIn, TalkPlaces } from "./measured"
import type { Bench } from "./pages"
import { fillData, type Portal, startPortal } from "./portal"
import { type Frame, type Listening, listen } from "./streams"

/** A portal in which people talk. */
export interface TalkingPortal extends Portal {
  talk: TalkPlaces
  data: string
}

export interface TalkBench extends Pick<Bench, "floor" | "load"> {
  /** With 20,000 messages. */
  few: TalkingPortal
  /** With 1,000,000, of which 200,000 are in one group. */
  many: TalkingPortal
}

const people = 500
const tasks = 1_000
export const sizes = { few: 20_000, many: 1_000_000 } as const

export const fillTalk = (cache: string, messages: number): Promise<string> =>
  fillData(cache, people, tasks, messages)

export const startTalk = async (
  cache: string,
  { floor, load }: Pick<Bench, "floor" | "load">,
  firstPort: number,
): Promise<TalkBench> => ({
  ...{ floor, load },
  few: await talking(await fillTalk(cache, sizes.few), firstPort),
  many: await talking(await fillTalk(cache, sizes.many), firstPort + 1),
})

async function talking(data: string, port: number): Promise<TalkingPortal> {
  const portal = await startPortal(data, port)
  const { talk } = portal.company
  if (!talk) throw new Error("nobody talks there")
  return Object.assign(portal, { talk, data })
}

/** What a page sends about messages. */
export const verb = (name: string, { cookie }: SignedIn, input: object): Asked => ({
  path: `/groups/messages/${name}`,
  method: "POST",
  headers: { cookie, "sec-fetch-site": "same-origin", "content-type": "application/json" },
  body: JSON.stringify(input),
})

let keys = 0

/** Somebody says something, as a page does. @throws when it was not taken */
export async function say(
  agent: Agent,
  { port }: TalkingPortal,
  groupId: number,
  person: SignedIn,
  body: string,
): Promise<void> {
  keys += 1
  const key = `bench-${process.pid}-${keys}`
  const { status } = await ask(agent, port, verb("send", person, { groupId, body, key }))
  if (status !== "200") throw new Error(`a message was answered with ${status}`)
}

/** What one page has heard of a group. */
export interface Heard extends Listening {
  groupId: number
  person: SignedIn
  /** Numbers of the messages in the group, in the order in which they came. */
  seqs: number[]
  /** Of the last frame: from there a new connection goes on. */
  cursor: string
  /** How often it was told to read the group again. */
  again: number
}

/** An open page of a group: its stream hears what is said there. */
export async function openPage(
  agent: Agent,
  { port }: TalkingPortal,
  groupId: number,
  person: SignedIn,
  since?: string,
): Promise<Heard> {
  const seqs: number[] = []
  const state = { groupId, person, seqs, cursor: since ?? "", again: 0 }
  const hear = ({ event, data, id }: Frame): boolean => {
    if (id) state.cursor = id
    if (event === "change" || event === "reset") state.again += 1
    if (event !== "message") return false
    const said: { data: { fresh: boolean; message: { seq: number } } } = JSON.parse(data)
    if (said.data.fresh) seqs.push(said.data.message.seq)
    return said.data.fresh
  }
  const stream = await listen(agent, port, "/events", person.cookie, hear)
  const { stream: id }: { stream: string } = JSON.parse(stream.hello)
  const add = [`person:${person.personId}`, `own:${person.personId}`, `group:${groupId}`]
  const asked = { stream: id, add, remove: [], ...(since && { since }) }
  const answer = await fetch(`http://127.0.0.1:${port}/events`, {
    method: "POST",
    headers: {
      cookie: person.cookie,
      "sec-fetch-site": "same-origin",
      "content-type": "application/json",
    },
    body: JSON.stringify(asked),
  })
  const { refused }: { refused: string[] } = await answer.json()
  if (refused.length > 0) throw new Error(`a stream may not hear ${refused.join(", ")}`)
  return Object.assign(state, { take: stream.take, close: stream.close })
}

export async function openPages(
  agent: Agent,
  portal: TalkingPortal,
  groupId: number,
  persons: readonly SignedIn[],
): Promise<Heard[]> {
  const pages: Heard[] = []
  for (const person of persons) pages.push(await openPage(agent, portal, groupId, person))
  return pages
}

/** The number of what was said last in a group. */
export async function newestIn({ port, talk }: TalkingPortal, groupId: number): Promise<number> {
  const path = `/groups/data/history?group=${groupId}`
  const headers = { cookie: talk.reader.cookie }
  const { rows }: { rows: { seq: number }[] } = await (
    await fetch(`http://127.0.0.1:${port}${path}`, { headers })
  ).json()
  return rows.at(-1)?.seq ?? 0
}

/** What was said after a message, as a page reads it that was away. */
export async function readAfter(
  { port }: TalkingPortal,
  groupId: number,
  { cookie }: SignedIn,
  seq: number,
): Promise<number[]> {
  const found: number[] = []
  for (let after = seq; ; ) {
    const path = `/groups/data/history?group=${groupId}&after=${after}`
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } })
    const { rows, later }: { rows: { seq: number }[]; later: boolean } = await answer.json()
    found.push(...rows.map((row) => row.seq))
    after = rows.at(-1)?.seq ?? after
    if (!later) return found
  }
}

/** Waits until something holds, or for so many milliseconds. */
export async function until(holds: () => boolean, most: number): Promise<void> {
  const since = performance.now()
  while (!holds() && performance.now() - since < most)
    await new Promise((done) => setTimeout(done, 5))
}
