import { eq, inArray } from "drizzle-orm"
import { db } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { readPositions } from "@/db/schema/messages"
import type { PersonActor } from "@/lib/platform/actor"
import { writeAsSystem } from "@/lib/platform/write"
import { roomNames } from "../seeding/rooms"
import type { SignedIn, TalkPlaces } from "./measured"

const most = 500
const pages = 1_000
const perPage = 40

/** The groups of a seeded company, and who is signed in there. */
export async function talkPlaces(
  actors: readonly PersonActor[],
  signIn: (actors: readonly PersonActor[]) => Promise<SignedIn[]>,
): Promise<TalkPlaces> {
  const rows = await db()
    .select()
    .from(groups)
    .where(inArray(groups.name, Object.values(roomNames)))
  const named = (name: string) => {
    const row = rows.find((group) => group.name === name)
    if (!row) throw new Error(`there is no group ${name}`)
    return row
  }
  const [busy, everybody] = [named(roomNames.busy), named(roomNames.everybody)]
  const crowd = await signIn(actors.slice(0, most))
  const [reader] = crowd
  if (!reader) throw new Error("nobody signed in")
  await unreadAgain(everybody.id)
  const far = busy.lastSeq - pages * perPage
  return {
    ...{ busy: busy.id, quiet: named(roomNames.quiet).id, everybody: everybody.id },
    ...{ reader, crowd, far: far > 0 ? far : null, newest: everybody.lastSeq },
  }
}

/** So that everybody has something to read there. */
const unreadAgain = (groupId: number) =>
  writeAsSystem("bench", (ctx) =>
    ctx.tx.update(readPositions).set({ seq: 0, seen: 0 }).where(eq(readPositions.groupId, groupId)),
  )
