import { asc, eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { groupMembers, groups } from "@/db/schema/groups"
import type { PersonActor } from "@/lib/platform/actor"
import { mostOwnRows, type OwnSheet } from "@/lib/platform/module"
import { titledGroups } from "./group"
import { words } from "./words"

/** The groups somebody belongs to, and since when. */
export async function ownGroupSheets(db: Db, actor: PersonActor): Promise<readonly OwnSheet[]> {
  const rows = await db
    .select({
      id: groups.id,
      kind: groups.kind,
      role: groupMembers.role,
      onCall: groupMembers.onCall,
      joinedAt: groupMembers.joinedAt,
    })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(eq(groupMembers.personId, actor.personId))
    .orderBy(asc(groups.id))
    .limit(mostOwnRows)
  const titles = await titledGroups(
    db,
    rows.map(({ id }) => id),
  )
  const say = words[actor.locale ?? "zh"]
  return [
    {
      name: { zh: "沟通组", en: "Groups" },
      columns: [
        { zh: "名称", en: "Name" },
        { zh: "类型", en: "Kind" },
        { zh: "角色", en: "Role" },
        { zh: "值班", en: "On call" },
        { zh: "加入时间", en: "Joined" },
      ],
      rows: rows.map((row) => [
        titles.get(row.id)?.title ?? "",
        say.kind[row.kind],
        say.role[row.role],
        row.onCall ? "✓" : "",
        row.joinedAt,
      ]),
    },
  ]
}
