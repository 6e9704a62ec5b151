/** Table, manifest, words, inputs, permissions and the record itself. */
export const record = (names) => ({
  [`db/schema/${names.many}.ts`]: schema(names),
  [`lib/${names.many}/module.ts`]: manifest(names),
  [`lib/${names.many}/words.ts`]: words(names),
  [`lib/${names.many}/inputs.ts`]: inputs(names),
  [`lib/${names.many}/policy.ts`]: policy(names),
  [`lib/${names.many}/${names.one}.ts`]: found(names),
})

const schema = ({ many }) => `import { id, index, int, ref, table, text, time } from "../columns"
import { departments, people, sensitivities } from "./people"

export const ${many} = table(
  "${many}",
  {
    id: id(),
    name: text().notNull(),
    description: text().notNull().default(""),
    ownerId: ref(() => people.id).notNull(),
    departmentId: ref(() => departments.id),
    sensitivityId: ref(() => sensitivities.id),
    createdAt: time().notNull(),
    updatedAt: time().notNull(),
    /** Latest first: the order of every list of them. */
    sortKey: int().notNull(),
    version: int().notNull().default(1),
  },
  (t) => [
    index("${many}_order").on(t.sortKey, t.id),
    index("${many}_owner").on(t.ownerId, t.sortKey, t.id),
  ],
)
`

const manifest = ({ many, one, One }) => `import type { Module } from "@/lib/platform/module"
import { canCreate, canSee } from "./policy"
import { find${One}, type ${One} } from "./${one}"
import { words } from "./words"

const label = { zh: words.zh.nav, en: words.en.nav }
const labelNew = { zh: words.zh.new, en: words.en.new }
const on${One} = { kind: "${one}" } as const

export const ${many}: Module = {
  name: "${many}",
  uses: [],
  nav: [{ group: "together", order: 50, href: "/${many}", icon: "file-text", label }],
  create: [{ href: "/${many}/new", icon: "file-text", label: labelNew, can: canCreate }],
  kinds: {
    ${one}: {
      icon: "file-text",
      find: find${One},
      canSee,
      title: (${one}: ${One}) => ${one}.name,
      href: (${one}: ${One}) => \`/${many}/\${${one}.id}\`,
      searchText: (${one}: ${One}) => [${one}.name, ${one}.description].join("\\n"),
      sortKey: (${one}: ${One}) => ${one}.sortKey,
    },
  },
  events: {
    "${one}.created": { ...on${One} },
    "${one}.edited": { ...on${One} },
  },
}
`

const words = ({ zh, en, enMany }) => `export const words = {
  zh: {
    nav: "${zh}",
    title: "${zh}",
    new: "新建${zh}",
    edit: "编辑",
    save: "保存",
    cancel: "取消",
    close: "关闭",
    field: {
      name: "名称",
      description: "描述",
      owner: "负责人",
      home: "所属部门",
      sensitivity: "敏感类别",
    },
    noHome: "不属于部门",
    noLabel: "不限",
    empty: "这里还没有${zh}",
    emptyHint: "新建后，所属部门的人都能看到。",
    more: "更多",
    first: "回到第一页",
    error: { home: "你不能在这个部门新建", label: "你没有这个敏感类别的权限" },
  },
  en: {
    nav: "${enMany}",
    title: "${enMany}",
    new: "New ${en.toLowerCase()}",
    edit: "Edit",
    save: "Save",
    cancel: "Cancel",
    close: "Close",
    field: {
      name: "Name",
      description: "Description",
      owner: "Owner",
      home: "Department",
      sensitivity: "Sensitivity",
    },
    noHome: "No department",
    noLabel: "None",
    empty: "No ${enMany.toLowerCase()} here yet",
    emptyHint: "A new one is seen by everybody in its department.",
    more: "More",
    first: "Back to the first page",
    error: {
      home: "You can't create one in this department",
      label: "You aren't cleared for this label",
    },
  },
}
`

const inputs = ({ one, One }) => `import { z } from "zod"

const id = z.coerce.number().int().positive()
/** A field left empty in a form means none. */
const maybe = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable())

export const ${one}Fields = z.strictObject({
  name: z.string().trim().min(1).max(200),
  description: z.string().trim().max(10_000).default(""),
  department: maybe(id),
  sensitivity: maybe(id),
})
export type ${One}Fields = z.output<typeof ${one}Fields>

export const edited${One} = ${one}Fields.extend({ id, version: z.coerce.number().int().positive() })

export const ${one}Filter = z.object({ after: z.string().max(60).optional().catch(undefined) })
export type ${One}Filter = z.output<typeof ${one}Filter>
`

const policy = ({ one, One }) => `import {
  type Actor,
  atLeast,
  levelOn,
  type PersonActor,
  sees,
} from "@/lib/platform/actor"
import type { ${One} } from "./${one}"

export const canSee = (actor: Actor, ${one}: ${One}): boolean => sees(actor, ${one})

/** 仅查看 creates nothing; a head always may. */
export const canCreate = (actor: PersonActor): boolean =>
  atLeast(actor.level, "edit") || actor.leads.size > 0

export const canEdit = (actor: Actor, ${one}: ${One}): boolean =>
  atLeast(levelOn(actor, ${one}), "edit")

/** Members of a department at edit level, and heads above it, may put one there. */
export function canHome(actor: PersonActor, departmentId: number): boolean {
  return atLeast(actor.principals.get(\`department:\${departmentId}\`) ?? null, "edit")
}

/** A label can be put on by whoever is cleared for it. */
export const canLabel = (actor: PersonActor, sensitivityId: number): boolean =>
  actor.clearances.has(sensitivityId)
`

const found = ({ many, one, One }) => `import { eq, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { ${many} } from "@/db/schema/${many}"
import { type Grant, sees } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"

export type ${One}Row = typeof ${many}.$inferSelect

/** One record with what decides who sees it. */
export interface ${One} extends ${One}Row {
  grants: readonly Grant[]
}

const byId = prepared((db) =>
  db
    .select()
    .from(${many})
    .where(eq(${many}.id, sql.placeholder("id")))
    .prepare(),
)

/** The record, whoever asks: \`canSee\` comes next. */
export async function find${One}(db: Db, id: number): Promise<${One} | null> {
  const [row] = await byId(db).execute({ id })
  return row ? withGrants(row) : null
}

/** The owner sees it, and whoever belongs to its home. */
function withGrants(row: ${One}Row): ${One} {
  const owner: Grant = { principal: \`person:\${row.ownerId}\`, level: "edit" }
  if (row.departmentId === null) return { ...row, grants: [owner] }
  return {
    ...row,
    grants: [owner, { principal: \`department:\${row.departmentId}\`, level: "admin" }],
  }
}

/** For actions: the record that an input names, if it is the actor's to see. */
export async function seen${One}(ctx: Ctx, input: { id: number }): Promise<${One} | null> {
  const ${one} = await find${One}(ctx.tx, input.id)
  return ${one} && sees(ctx.actor, ${one}) ? ${one} : null
}
`
