import { asc, inArray } from "drizzle-orm"
import { db, engine } from "@/db/engine"
import { events } from "@/db/schema/events"
import { announcement } from "./live-announcing"
import { cursorNow } from "./live-cursor"
import { publish } from "./live-publishing"
import { resetStreams, tellTopics, tellWhole } from "./live-telling"
import { log } from "./log"
import { thisProcess } from "./this-process"

declare global {
  var __qibuHearing: Promise<void> | undefined
}

/**
 * Makes open pages of this process hear what other processes on the same database change.
 * When the connection was lost and is back, every page reads again: what was said meanwhile is
 * gone. Calling it again changes nothing; on SQLite there are no others.
 */
export function hearOthers(): Promise<void> {
  globalThis.__qibuHearing ??= listen().catch((error) => {
    globalThis.__qibuHearing = undefined
    throw error
  })
  return globalThis.__qibuHearing
}

async function listen(): Promise<void> {
  let turn: Promise<void> = Promise.resolve()
  // One after another: frames go out in the order of the commits.
  const inTurn = (payload: string) => {
    turn = turn
      .then(() => heard(payload))
      .catch((err) => {
        log.error({ err }, "what another process changed could not be read")
        resetStreams()
      })
  }
  await cursorNow()
  await engine().listen(inTurn, resetStreams)
}

async function heard(payload: string): Promise<void> {
  const { from, events: ids, topics, whole } = announcement.parse(JSON.parse(payload))
  if (from === thisProcess()) return
  if (topics) tellTopics(topics)
  if (whole) tellWhole(whole)
  if (!ids) return
  publish(await db().select().from(events).where(inArray(events.id, ids)).orderBy(asc(events.id)))
}
