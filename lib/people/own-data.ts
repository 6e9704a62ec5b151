import { desc, eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { leaves, sessions } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { mostOwnRows, type OwnSheet } from "@/lib/platform/module"
import { organisation } from "@/lib/platform/organisation"
import { deedSheets } from "./own-deeds"
import { ownProfile } from "./own-profile"

/** What the portal keeps of somebody as a person. Secrets (hashes, tokens) are no data of theirs. */
export async function ownPersonSheets(db: Db, actor: PersonActor): Promise<readonly OwnSheet[]> {
  const [profile, org] = [await ownProfile(db, actor), await organisation(db)]
  const rights = [...actor.duties].join(", ")
  const facts: [string, string, string | Date | null][] = [
    ["姓名", "Name", profile.name],
    ["工号", "Staff number", profile.staffNo],
    ["邮箱", "E-mail", profile.email],
    ["手机", "Phone", profile.phone],
    ["部门", "Department", profile.department],
    ["岗位", "Post", profile.post],
    ["权限级别", "Level", profile.level],
    ["职能", "Duties", rights],
    ["敏感类别数", "Clearances", String(org.clearances.get(actor.personId)?.size ?? 0)],
    ["入职日期", "Hired on", profile.hiredOn],
    ["生日", "Birthday", profile.birthday],
    ["语言", "Language", profile.locale],
    ["建立时间", "Created", profile.createdAt],
  ]
  return [
    {
      name: { zh: "资料", en: "Profile" },
      columns: [
        { zh: "项目", en: "In Chinese" },
        { zh: "英文", en: "In English" },
        { zh: "内容", en: "Value" },
      ],
      rows: facts,
    },
    await sessionSheet(db, actor),
    await leaveSheet(db, actor),
    ...(await deedSheets(db, actor)),
  ]
}

async function sessionSheet(db: Db, { personId }: PersonActor): Promise<OwnSheet> {
  const rows = await db
    .select()
    .from(sessions)
    .where(eq(sessions.personId, personId))
    .orderBy(desc(sessions.id))
    .limit(mostOwnRows)
  return {
    name: { zh: "登录", en: "Sessions" },
    columns: [
      { zh: "开始", en: "Began" },
      { zh: "最近使用", en: "Last used" },
      { zh: "结束", en: "Ended" },
      { zh: "方式", en: "Method" },
      { zh: "地址", en: "Address" },
      { zh: "设备", en: "Device" },
    ],
    rows: rows.map((row) => [
      row.createdAt,
      row.seenAt,
      row.endedAt,
      row.method,
      row.address,
      row.device,
    ]),
  }
}

async function leaveSheet(db: Db, { personId }: PersonActor): Promise<OwnSheet> {
  const rows = await db
    .select()
    .from(leaves)
    .where(eq(leaves.personId, personId))
    .orderBy(desc(leaves.id))
    .limit(mostOwnRows)
  return {
    name: { zh: "请假", en: "Leave" },
    columns: [
      { zh: "第一天", en: "First day" },
      { zh: "最后一天", en: "Last day" },
      { zh: "说明", en: "Note" },
      { zh: "撤销时间", en: "Cancelled" },
    ],
    rows: rows.map((row) => [row.firstDay, row.lastDay, row.note, row.endedAt]),
  }
}
