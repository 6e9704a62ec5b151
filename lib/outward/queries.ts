import { and, desc, eq, isNull, lt, ne, type SQL } from "drizzle-orm"
import { db } from "@/db/engine"
import { outwardRequests } from "@/db/schema/outward"
import { people } from "@/db/schema/people"
import { type Reader, visible } from "@/lib/platform/access"
import type { PersonActor } from "@/lib/platform/actor"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"
import { keptForReaders } from "@/lib/platform/kept-for-readers"
import type { RequestsFilter } from "./inputs"
import { isCleared } from "./policy"
import { stateOf } from "./request"

const pageSize = 50

const waiting = and(isNull(outwardRequests.decidedAt), isNull(outwardRequests.withdrawnAt))

const views: Record<RequestsFilter["view"], (actor: PersonActor) => SQL | undefined> = {
  waiting: () => waiting,
  mine: ({ personId }) => eq(outwardRequests.authorId, personId),
  all: () => undefined,
}

/** The same as `canSee`, as a condition on the table of requests. */
export const visibleTo = (reader: Reader) => visible(reader, "outward", outwardRequests.id)

/** A page of the requests that somebody sees: their own, those they were asked; 平台管理 all. */
export async function listRequests(actor: PersonActor, filter: RequestsFilter) {
  const after = decodeCursor(filter.after)
  const rows = await db()
    .select({ request: outwardRequests, author: people.name, face: people.faceFileId })
    .from(outwardRequests)
    .innerJoin(people, eq(people.id, outwardRequests.authorId))
    .where(
      and(
        visibleTo(actor),
        views[filter.view](actor),
        after ? lt(outwardRequests.id, after.id) : undefined,
      ),
    )
    .orderBy(desc(outwardRequests.id))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1)?.request.id : undefined
  return {
    rows: shown.map(({ request, ...author }) => ({
      ...request,
      ...author,
      state: stateOf(request),
    })),
    next: last ? encodeCursor({ key: last, id: last }) : null,
  }
}

export type RequestListRow = Awaited<ReturnType<typeof listRequests>>["rows"][number]

const mostCounted = 100

const waitingFor = keptForReaders((on, reader) =>
  on
    .select({ id: outwardRequests.id })
    .from(outwardRequests)
    .where(and(visibleTo(reader), waiting, ne(outwardRequests.authorId, reader.me)))
    .limit(mostCounted)
    .prepare(),
)

/** Requests that wait for somebody's word, for the badge in the navigation. */
export async function waitingForMe(actor: PersonActor): Promise<number> {
  if (!isCleared(actor)) return 0
  return (await waitingFor(db(), actor)).length
}
