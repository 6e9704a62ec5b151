import { and, desc, eq, like, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { messages } from "@/db/schema/messages"
import { people } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import { refuse } from "@/lib/platform/refusal"
import { found } from "./seed-cast"

/** Where things are in the sample company; what isn't known yet is looked for again. */
export interface Places {
  groupId(tx: Db, place: string): Promise<number>
  /** The tasks that a text names, by name. */
  tasksIn(tx: Db, text: string): Promise<ReadonlyMap<string, number>>
}

export function places(): Places {
  let [groupIds, taskIds] = [new Map<string, number>(), new Map<string, number>()]
  return {
    groupId: async (tx, place) => {
      if (!groupIds.has(place)) groupIds = await groupsByPlace(tx)
      return found(groupIds, place)
    },
    tasksIn: async (tx, text) => {
      const named = [...text.matchAll(/【([^】]+)】/g)].map(([, name = ""]) => name)
      if (!named.every((name) => taskIds.has(name))) taskIds = await tasksByName(tx)
      return taskIds
    },
  }
}

async function tasksByName(tx: Db): Promise<Map<string, number>> {
  const rows = await tx.select({ id: tasks.id, name: tasks.name }).from(tasks)
  return new Map(rows.map(({ id, name }) => [name, id]))
}

/** Groups by name; a private chat is called by its people: 许诺—柯南星. */
async function groupsByPlace(tx: Db): Promise<Map<string, number>> {
  const named = await tx.select({ id: groups.id, name: groups.name }).from(groups)
  const inside = await tx
    .select({ groupId: groupMembers.groupId, name: people.name })
    .from(groupMembers)
    .innerJoin(groups, and(eq(groups.id, groupMembers.groupId), eq(groups.kind, "direct")))
    .innerJoin(people, eq(people.id, groupMembers.personId))
  const byPlace = new Map(named.map(({ id, name }) => [name, id]))
  for (const [id, members] of Map.groupBy(inside, ({ groupId }) => groupId))
    for (const order of ordersOf(members.map(({ name }) => name))) byPlace.set(order.join("—"), id)
  return byPlace
}

const ordersOf = (names: readonly string[]): string[][] =>
  names.length < 2
    ? [[...names]]
    : names.flatMap((name) =>
        ordersOf(names.filter((other) => other !== name)).map((rest) => [name, ...rest]),
      )

const said = prepared((on) =>
  on
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.groupId, sql.placeholder("groupId")),
        eq(messages.at, sql.placeholder("at")),
        eq(messages.authorId, sql.placeholder("authorId")),
      ),
    )
    .prepare(),
)

/** Nobody says two things in one place at once. */
export async function messageSaid(
  tx: Db,
  { groupId, authorId, at }: { groupId: number; authorId: number; at: Date },
): Promise<number> {
  const stored = messages.at.mapToDriverValue(at)
  const [row] = await said(tx).execute({ groupId, authorId, at: stored })
  return row?.id ?? refuse("not_found")
}

/** The newest message of a group with these words in it. */
export async function messageWith(tx: Db, groupId: number, words: string): Promise<number> {
  const [row] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.groupId, groupId), like(messages.body, `%${words}%`)))
    .orderBy(desc(messages.seq))
    .limit(1)
  return row?.id ?? refuse("not_found")
}
