import { mergeSearchIndex } from "@/lib/platform/search-merge"
import { dice } from "./dice"
import { endTalk, seedMessageBatch } from "./message-batch"
import { type Room, seedRooms } from "./rooms"
import { plan } from "./talk"

/** Messages of one transaction. */
const batch = 5_000
const year = 365 * 24 * 3_600_000

/**
 * So many messages of one year among these people, in groups of every size.
 * @param progress told how many there are
 */
export async function seedTalk(
  staff: readonly [number, ...number[]],
  messages: number,
  now: number,
  progress: (done: number) => void = () => {},
): Promise<Room[]> {
  const roll = dice(20_260_102)
  const rooms = await seedRooms(staff, messages, new Date(now - year), roll)
  const talk = plan(rooms, now, roll)
  for (let from = 0; from < messages; from += batch) {
    const until = Math.min(from + batch, messages)
    await seedMessageBatch(talk, { from, until }, roll)
    progress(until)
  }
  await endTalk(talk, new Date(now), roll)
  // A running portal does so every night.
  await mergeSearchIndex()
  return rooms
}
