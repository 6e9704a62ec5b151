import { db } from "@/db/engine"
import { type GuestActor, isGuest, type PersonActor } from "./actor"
import { guestOfSession } from "./guest-session"
import { inTurn } from "./in-turn"
import { type EndReason, hub, type Stream } from "./live"
import type { Known } from "./module"
import { registry } from "./registry"
import { actorOfSession } from "./session-row"

/**
 * Which of some topics an actor may hear: their own, those of the homes they belong to, those of
 * records they may see, and of colleagues that their busy times changed.
 */
export async function allowedTopics(
  actor: PersonActor | GuestActor,
  topics: Iterable<string>,
): Promise<Set<string>> {
  const allowed = new Set<string>()
  for (const topic of topics) if (await mayHear(actor, topic)) allowed.add(topic)
  return allowed
}

/** What a guest's pages follow: that something happened in what they were let in to, never more. */
export const guestTopics = ({ guestId, scopes }: GuestActor): string[] => [
  `guest:${guestId}`,
  ...scopes.map(({ kind, id }) => `home:scope:${kind}:${id}`),
]

async function mayHear(actor: PersonActor | GuestActor, topic: string): Promise<boolean> {
  if (isGuest(actor)) return guestTopics(actor).includes(topic)
  const [first, ...rest] = topic.split(":")
  if (first === "home")
    return [...actor.principals.keys()].some((principal) => principal === rest.join(":"))
  const id = Number(rest[0])
  if (rest.length !== 1 || !Number.isSafeInteger(id)) return false
  // When a colleague is busy anybody may know (decision 22), so also that it changed.
  if (first === "busy") return id > 0
  // Everything somebody is told comes by their own topic: when that happens is theirs alone.
  // `own` is for what only counts follow, such as reading on another device; `inbox` for what
  // was dealt with there.
  if (first === "person" || first === "own" || first === "inbox") return id === actor.personId
  const kind = registry().kinds.get(first ?? "")
  const record = await recordOf(topic)
  return Boolean(kind && record && kind.canSee(actor, record))
}

/** The records that topics name; many pages that show the same one have it read once. */
const recordOf = inTurn(async (topics: readonly string[]) => {
  const found = new Map<string, Known>()
  for (const topic of topics) {
    const [kind = "", id] = topic.split(":")
    const record = await registry().kinds.get(kind)?.find(db(), Number(id))
    if (record) found.set(topic, record)
  }
  return found
})

/** What a stream must give up, now that something changed. */
export async function recheckStream(stream: Stream): Promise<EndReason | { lost: string[] }> {
  const found = await (stream.guest ? guestOfSession : actorOfSession)(stream.sessionId)
  if (typeof found === "string") return found
  const allowed = await allowedTopics(found, stream.topics)
  return { lost: [...stream.topics].filter((topic) => !allowed.has(topic)) }
}

export const guardStreams = (): void => {
  hub().recheck = recheckStream
}
