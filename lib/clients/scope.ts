import { and, eq, exists, gte, inArray, lt, type SQL, sql } from "drizzle-orm"
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

/** What a view shows of the clients that the actor may see. */
export function scopeOf(
  org: DepartmentTree,
  actor: PersonActor,
  { view, stage, department, tag }: Scope,
  endOfToday: Date,
): SQL | undefined {
  const views: Record<Scope["view"], SQL | undefined> = {
    all: undefined,
    due: lt(clients.nextContactAt, endOfToday),
    mine: eq(clients.ownerId, actor.personId),
    department: inArray(clients.departmentId, subtree(org, actor.departmentId)),
    archived: gte(clients.sortKey, archivedFrom),
  }
  return and(
    view === "archived" ? undefined : lt(clients.sortKey, archivedFrom),
    views[view],
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
