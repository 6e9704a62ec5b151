import { randomUUID } from "node:crypto"
import { z } from "zod"
import { type GuestActor, isGuest, type PersonActor } from "./actor"
import { guestOfSession } from "./guest-session"
import {
  end,
  forgetStream,
  frame,
  hub,
  listenTo,
  open,
  recheck,
  type Stream,
  stopListening,
} from "./live"
import { allowedTopics, guestTopics } from "./live-authority"
import { cursorNow, missedSince } from "./live-catchup"

/** A reader that is this far behind is dropped: bytes, or frames. */
const mostWaiting = 1_000_000
const mostFrames = 256
const beat = 20_000
const mostTopics = 300

/** The stream's headers: `no-transform` keeps compression away, which would hold messages back. */
const headers = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
}

/**
 * Opens a browser's stream. It says its own id first; topics come by POST. A guest's listens to all
 * they were let in to from the beginning, and ends with their invitation.
 */
export async function openStream(
  actor: PersonActor | GuestActor,
  signal: AbortSignal,
): Promise<Response> {
  const cursor = await cursorNow()
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>(
    {
      start: (made) => {
        controller = made
      },
      cancel: () => leave(),
    },
    { highWaterMark: mostWaiting, size: weight },
  )
  const stream: Stream = {
    id: randomUUID(),
    ...readerOf(actor),
    send: (sent) => {
      if (!controller || (controller.desiredSize ?? 0) <= 0) return false
      controller.enqueue(typeof sent === "string" ? encoder.encode(sent) : sent)
      return true
    },
    close: () => {
      leave()
      // What waits for a reader who doesn't read is dropped with the connection.
      if ((controller?.desiredSize ?? 0) <= 0) controller?.error(tooSlow())
      else controller?.close()
      controller = undefined
    },
  }
  const heart = setInterval(() => {
    if (stream.send(": \n\n")) void recheck(stream)
    else stream.close()
  }, beat)
  const leave = () => {
    clearInterval(heart)
    forgetStream(stream)
  }
  signal.addEventListener("abort", leave)
  open(stream)
  if (isGuest(actor)) endWith(stream, actor.until)
  stream.send(frame("hello", { stream: stream.id }, cursor))
  // The session may have ended since it was read.
  void recheck(stream)
  return new Response(body, { headers })
}

/** Whose stream it is, and what it listens to from the beginning. */
const readerOf = (actor: PersonActor | GuestActor) =>
  isGuest(actor)
    ? {
        ...{ personId: 0, guest: true as const, sessionId: actor.sessionId },
        topics: new Set(guestTopics(actor)),
      }
    : { personId: actor.personId, sessionId: actor.sessionId, topics: new Set<string>() }

const longestWait = 3_600_000

/** Nothing happens when a day comes: the stream looks for itself, and again when it was put off. */
function endWith(stream: Stream, until: Date): void {
  const wait = Math.min(Math.max(until.getTime() - Date.now(), 0) + 1, longestWait)
  setTimeout(async () => {
    if (!hub().streams.has(stream.id)) return
    const guest = await guestOfSession(stream.sessionId).catch(() => null)
    if (typeof guest === "string") end(stream, guest)
    else endWith(stream, guest?.until ?? new Date(Date.now() + 1_000))
  }, wait).unref()
}

const weight = (frame: Uint8Array) => Math.max(frame.byteLength, mostWaiting / mostFrames)

/** Next cuts the connection without a word in the log. */
const tooSlow = () => new DOMException("the reader is too far behind", "AbortError")

const change = z.strictObject({
  stream: z.string().max(60),
  add: z.array(z.string().max(80)).max(mostTopics),
  remove: z.array(z.string().max(80)).max(mostTopics),
  /** The last frame of the connection before this one: what came after it is told again. */
  since: z.string().max(40).optional(),
  /** Only of these, for a page that has just come; without them of everything it listens to. */
  fresh: z.array(z.string().max(80)).max(mostTopics).optional(),
})

/** What a tab shows changed. @returns the topics that aren't this person's to hear */
export async function changeTopics(
  actor: PersonActor,
  asked: unknown,
): Promise<{ refused: string[] } | null> {
  const { stream: id, add, remove, since, fresh } = change.parse(asked)
  const stream = hub().streams.get(id)
  if (
    !stream ||
    stream.guest ||
    stream.personId !== actor.personId ||
    stream.sessionId !== actor.sessionId
  )
    return null
  for (const topic of remove) stopListening(stream, topic)
  const allowed = await allowedTopics(actor, add.slice(0, mostTopics - stream.topics.size))
  // It may have closed meanwhile; and what was lost meanwhile is found by looking again.
  if (!hub().streams.has(stream.id)) return null
  for (const topic of allowed) listenTo(stream, topic)
  void recheck(stream)
  if (since !== undefined) await catchUp(stream, since, fresh ?? [...stream.topics])
  return { refused: add.filter((topic) => !allowed.has(topic)) }
}

async function catchUp(stream: Stream, since: string, topics: readonly string[]): Promise<void> {
  const heard = new Set(topics.filter((topic) => stream.topics.has(topic)))
  const missed = await missedSince(since, heard)
  const frames = missed === "reset" ? [frame("reset", {})] : missed.frames
  for (const text of frames) stream.send(text)
}
