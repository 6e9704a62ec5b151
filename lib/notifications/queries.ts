import { and, desc, eq, gt, lt, or, sql } from "drizzle-orm"
import { db, prepared, preparedFor } from "@/db/engine"
import { bundles } from "@/db/schema/notifications"
import { visible } from "@/lib/platform/access"
import type { PersonActor } from "@/lib/platform/actor"
import type { Cursor } from "@/lib/platform/cursor"
import { keptForReaders } from "@/lib/platform/kept-for-readers"
import { placeKey } from "@/lib/platform/naming"
import { shownRecords } from "@/lib/platform/shown-records"
import type { InboxNarrowed } from "./inputs"
import { itemsOf } from "./items"

export const pageSize = 40
const most = 100

const unread = keptForReaders((on, reader) =>
  on
    .select({ id: bundles.id })
    .from(bundles)
    .where(
      and(
        eq(bundles.personId, reader.me),
        eq(bundles.state, "open"),
        gt(bundles.unread, 0),
        visible(reader, sql`${bundles.kind}`, bundles.recordId),
      ),
    )
    .limit(most)
    .prepare(),
)

/**
 * Open bundles with something unread, of records that are still the reader's to see; counted up
 * to 100, a badge shows 99+.
 */
export async function unreadCount(actor: PersonActor): Promise<number> {
  return (await unread(db(), actor)).length
}

export type InboxState = "open" | "later" | "done"

interface PagePart extends InboxNarrowed {
  further: boolean
}

const page = preparedFor((on, { further, ...only }: PagePart) => {
  const [at, id] = [sql.placeholder("at"), sql.placeholder("id")]
  return on
    .select()
    .from(bundles)
    .where(
      and(
        eq(bundles.personId, sql.placeholder("personId")),
        eq(bundles.state, sql.placeholder("state")),
        eq(bundles.needsYou, sql.placeholder("needsYou")),
        ...narrowedTo(only),
        further
          ? or(lt(bundles.lastAt, at), and(eq(bundles.lastAt, at), lt(bundles.id, id)))
          : undefined,
      ),
    )
    .orderBy(desc(bundles.lastAt), desc(bundles.id))
    .limit(pageSize + 1)
    .prepare()
})

/** One page of the inbox. A record that is no longer the reader's to see has no bundle shown. */
export async function listInbox(
  actor: PersonActor,
  state: InboxState,
  needsYou: boolean,
  after?: Cursor | null,
  only: InboxNarrowed = {},
) {
  const part = { further: Boolean(after), kind: only.kind, unread: only.unread }
  const rows = await page(db(), JSON.stringify(part), part).execute({
    ...{ personId: actor.personId, state, needsYou: bundles.needsYou.mapToDriverValue(needsYou) },
    ...(after && { at: bundles.lastAt.mapToDriverValue(new Date(after.key)), id: after.id }),
  })
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  const records = await shownRecords(actor, shown)
  const seen = shown.flatMap((row) => {
    const record = records.get(placeKey(row))
    return record
      ? [{ ...row, icon: record.icon, title: record.title, href: record.href, record }]
      : []
  })
  const items = await itemsOf(
    actor.personId,
    seen.map((bundle) => bundle.id),
  )
  return {
    bundles: seen.map((bundle) => ({ ...bundle, items: items.get(bundle.id) ?? [] })),
    next: last ? { key: last.lastAt.getTime(), id: last.id } : null,
  }
}

/** The same for what acts on all of a list. */
export const narrowedTo = ({ kind, unread }: InboxNarrowed) => [
  kind ? eq(bundles.kind, kind) : undefined,
  unread ? gt(bundles.unread, 0) : undefined,
]

const kinds = prepared((on) =>
  on
    .selectDistinct({ kind: bundles.kind })
    .from(bundles)
    .where(
      and(
        eq(bundles.personId, sql.placeholder("personId")),
        eq(bundles.state, sql.placeholder("state")),
      ),
    )
    .prepare(),
)

/** The kinds of records that lie in a part of somebody's inbox. */
export async function kindsIn(actor: PersonActor, state: InboxState): Promise<string[]> {
  const rows = await kinds(db()).execute({ personId: actor.personId, state })
  return rows.map(({ kind }) => kind)
}

/** The bundle that is open beside the list: one's own, whatever state it is in. */
export async function ownOpenBundle(actor: PersonActor, id: number) {
  const [row] = await db()
    .select({
      id: bundles.id,
      kind: bundles.kind,
      recordId: bundles.recordId,
      state: bundles.state,
    })
    .from(bundles)
    .where(and(eq(bundles.id, id), eq(bundles.personId, actor.personId)))
  return row ?? null
}

export type InboxBundle = Awaited<ReturnType<typeof listInbox>>["bundles"][number]
