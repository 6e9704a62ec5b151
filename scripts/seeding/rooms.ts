import { parts } from "@/db/bulk"
import type { Db } from "@/db/database"
import { createGroup } from "@/lib/groups/creating"
import { openDirect } from "@/lib/groups/direct"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { actorsOf } from "@/lib/platform/organisation"
import { personStep } from "@/lib/platform/steps"
import { writePast } from "@/lib/platform/write"
import type { Dice } from "./dice"

/** A group and how much is said in it. */
export interface Room {
  id: number
  members: [number, ...number[]]
  messages: number
}

type Wanted = Omit<Room, "id"> & { name: string; kind: "project" | "casual" | "direct" }
type Staff = readonly [number, ...number[]]

export const roomNames = {
  busy: "发布日现场",
  everybody: "全员通知与讨论",
  quiet: "安静的小组",
} as const

/** How much of everything is said in the busiest group, in that of everybody, in private chats. */
const shares = { busy: 0.2, everybody: 0.02, direct: 0.15 }
const inQuiet = 200
const inBusy = 300

/**
 * Groups of a company in which so much is said: one with a fifth of it, one with everybody, one with
 * 200 messages, projects and private chats. The first person is in all three that have a name.
 */
export async function seedRooms(
  staff: Staff,
  messages: number,
  at: Date,
  roll: Dice,
): Promise<Room[]> {
  const made: Room[] = []
  for (const part of parts([...wishes(staff, messages, roll)], 50)) {
    const ids = new Map<Wanted, number>()
    await writePast(
      part.map((room) =>
        personStep(
          at,
          (tx) => actorFor(tx, room.members[0]),
          async (ctx) => ids.set(room, await open(ctx, room)),
        ),
      ),
    )
    made.push(...part.map((room) => ({ ...room, id: ids.get(room) ?? 0 })))
  }
  return made
}

async function actorFor(tx: Db, personId: number): Promise<PersonActor> {
  const [actor] = await actorsOf(tx, [personId])
  if (!actor) throw new Error(`nobody has the number ${personId}`)
  return actor
}

function open(ctx: Ctx & { actor: PersonActor }, { name, kind, members }: Wanted) {
  const [, ...others] = members
  if (kind === "direct") return openDirect(ctx, others)
  return createGroup(ctx, {
    ...{ name, kind, about: "", joinRule: "invitation", departmentId: null },
    memberIds: others,
  })
}

function wishes(staff: Staff, messages: number, roll: Dice): Wanted[] {
  const share = (part: number) => Math.floor(messages * part)
  const quiet = Math.min(inQuiet, share(0.1))
  const named: Wanted[] = [
    ...[{ name: roomNames.busy, kind: "project" as const, members: some(staff, inBusy) }].map(
      (room) => ({ ...room, messages: share(shares.busy) }),
    ),
    {
      ...{ name: roomNames.everybody, kind: "casual", members: some(staff, staff.length) },
      messages: share(shares.everybody),
    },
    { name: roomNames.quiet, kind: "project", members: some(staff, 30), messages: quiet },
  ]
  const chats = spread(pairs(staff, roll), share(shares.direct)).map(([members, messages]) => ({
    ...{ name: "", kind: "direct" as const, members, messages },
  }))
  const left = [...named, ...chats].reduce((sum, room) => sum - room.messages, messages)
  const projects = spread(teams(staff, roll), left).map(([members, messages], n) => ({
    ...{ name: `项目组 ${n + 1}`, kind: "project" as const, members, messages },
  }))
  return [...named, ...chats, ...projects]
}

const some = ([first, ...others]: Staff, most: number): Room["members"] => [
  first,
  ...others.slice(0, most - 1),
]

/** As many private chats as people, no two of the same two. */
function pairs(staff: Staff, roll: Dice): Room["members"][] {
  const found = new Map<string, Room["members"]>()
  for (const one of staff) {
    const other = roll.pick(staff)
    if (other !== one) found.set([one, other].toSorted((a, b) => a - b).join(" "), [one, other])
  }
  return [...found.values()]
}

/** One project to seven people, with 8 to 60 of them. */
const teams = (staff: Staff, roll: Dice): Room["members"][] =>
  Array.from({ length: Math.max(4, Math.floor(staff.length / 7)) }, () => {
    const ids = new Set(Array.from({ length: 8 + roll.below(52) }, () => roll.pick(staff)))
    const [first = staff[0], ...others] = ids
    return [first, ...others]
  })

/** So many messages over groups: the first have most, the last little. */
function spread<T>(over: readonly T[], messages: number): [T, number][] {
  const weights = over.map((_, n) => 1 / (n + 10))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const counts = weights.map((weight) => Math.floor((messages * weight) / all))
  const rest = messages - counts.reduce((sum, n) => sum + n, 0)
  return over.map((one, n) => [one, (counts[n] ?? 0) + (n === 0 ? rest : 0)])
}
