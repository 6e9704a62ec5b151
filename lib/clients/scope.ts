import { and, eq, exists, gte, inArray, lt, type Placeholder, type SQL, sql } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { db } from "@/db/engine"
import { clients } from "@/db/schema/clients"
import { taggings, tags } from "@/db/schema/tags"
import type { PersonActor } from "@/lib/platform/actor"
import { type DepartmentTree, subtree } from "@/lib/platform/organisation"
import { tagKey } from "@/lib/platform/tags"
import type { ClientFilter } from "./inputs"
import { archivedFrom } from "./order"
import { visibleTo } from "./policy"

export type Scope = Pick<ClientFilter, "view" | "stage" | "department" | "tag">

/**
 * What a view shows to somebody, of the clients that they may see.
 * @param own their department's ids and those of all below it
 * @param endOfToday as the database keeps it
 */
export function inView(
  view: Scope["view"],
  me: number | Placeholder,
  own: SQL,
  endOfToday: unknown,
): SQL | undefined {
  const views: Record<typeof view, SQL | undefined> = {
    all: undefined,
    due: sql`${clients.nextContactAt} < ${endOfToday}`,
    mine: eq(clients.ownerId, me),
    department: inArray(clients.departmentId, own),
    archived: gte(clients.sortKey, archivedFrom),
  }
  return and(view === "archived" ? undefined : lt(clients.sortKey, archivedFrom), views[view])
}

/** What a view, narrowed, shows of the clients that the actor may see. */
export function scopeOf(
  org: DepartmentTree,
  actor: PersonActor,
  { view, stage, department, tag }: Scope,
  endOfToday: Date,
): SQL | undefined {
  const own = idsIn(subtree(org, actor.departmentId))
  return and(
    inView(view, actor.personId, own, clients.nextContactAt.mapToDriverValue(endOfToday)),
    stage ? eq(clients.stage, stage) : undefined,
    department ? inArray(clients.departmentId, subtree(org, department)) : undefined,
    tag ? tagged(tag) : undefined,
    visibleTo(actor),
  )
}

const tagged = (tag: string): SQL =>
  exists(
    db()
      .select({ one: sql`1` })
      .from(taggings)
      .innerJoin(tags, eq(tags.id, taggings.tagId))
      .where(
        and(
          eq(taggings.kind, "client"),
          eq(taggings.recordId, clients.id),
          eq(tags.key, tagKey(tag.replace(/^#/, ""))),
        ),
      ),
  )
