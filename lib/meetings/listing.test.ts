import { beforeAll, expect, test } from "vitest"
import { db } from "@/db/engine"
import { meetings } from "@/db/schema/meetings"
import { as } from "@/tests/personas"
import { beginWithWorld } from "@/tests/world"
import { minutesLibrary } from "./library"
import { findMeeting } from "./meeting"
import { canSee } from "./policy"
import { listMeetings } from "./queries"
import { visibleAmongAll } from "./visible-among-all"

beforeAll(beginWithWorld)

const cast = ["林默", "段立", "周舟", "柯南星", "方圆", "高远", "金朵", "许诺"]

/** What somebody may see, asked of each meeting by itself. */
async function seenBy(name: string) {
  const actor = await as(name)
  const rows = await db().select({ id: meetings.id }).from(meetings)
  const all = await Promise.all(rows.map(({ id }) => findMeeting(db(), id)))
  return all.flatMap((meeting) => (meeting && canSee(actor, meeting) ? [meeting] : []))
}

const idsOf = (rows: readonly { id: number }[]) =>
  rows.map(({ id }) => id).toSorted((a, b) => a - b)

test("however many meetings somebody sees, lists have exactly those, and none that isn't theirs", async () => {
  for (const name of cast) {
    const [actor, seen] = [await as(name), await seenBy(name)]
    for (const few of [0, 2_000]) {
      const found = await db()
        .select({ id: meetings.id })
        .from(meetings)
        .where(await visibleAmongAll(actor, few))
      expect(idsOf(found), `${name} ${few}`).toEqual(idsOf(seen))
    }
  }
})

test("past, own and published minutes are lists of what one may see", async () => {
  for (const name of cast) {
    const [actor, seen] = [await as(name), await seenBy(name)]
    const past = await listMeetings(actor, { view: "past" })
    expect(idsOf(past.rows), name).toEqual(
      idsOf(seen.filter(({ state }) => state === "ended" || state === "cancelled")),
    )
    const mine = await listMeetings(actor, { view: "mine" })
    const own = seen.filter(
      ({ state, people }) =>
        ["live", "published", "ended"].includes(state) &&
        people.some(({ personId }) => personId === actor.personId),
    )
    expect(idsOf(mine.rows), name).toEqual(idsOf(own))
    const library = await minutesLibrary(actor, { q: "" })
    expect(idsOf(library.rows), name).toEqual(
      idsOf(seen.filter(({ minutesPublishedAt }) => minutesPublishedAt !== null)),
    )
  }
})
