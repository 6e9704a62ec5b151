import { choices, proof, queries, seed } from "./reads.mjs"

/** What can be done with the records, what is read of them, the sample's own, and their test. */
export const verbs = (names) => ({
  [`lib/${names.many}/creating.ts`]: creating(names),
  [`lib/${names.many}/editing.ts`]: editing(names),
  [`lib/${names.many}/actions.ts`]: actions(names),
  [`lib/${names.many}/queries.ts`]: queries(names),
  [`lib/${names.many}/choices.ts`]: choices(names),
  [`lib/${names.many}/seed.ts`]: seed(names),
  [`lib/${names.many}/${names.many}.test.ts`]: proof(names),
})

const creating = ({ many, one, One }) => `import { ${many} } from "@/db/schema/${many}"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { ${One}Fields } from "./inputs"
import { canHome, canLabel } from "./policy"

/** So that the latest has the smallest key. */
const latestFirst = (at: Date): number => 9e15 - at.getTime()

/**
 * Creates one, owned by whoever creates it.
 * @throws Refusal when the home or the label isn't the creator's to use
 */
export async function create${One}(
  ctx: Ctx & { actor: PersonActor },
  { name, description, department, sensitivity }: ${One}Fields,
): Promise<number> {
  requirePlace(ctx.actor, { department, sensitivity })
  const [row] = await ctx.tx
    .insert(${many})
    .values({
      name,
      description,
      departmentId: department,
      sensitivityId: sensitivity,
      ownerId: ctx.actor.personId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      sortKey: latestFirst(ctx.now),
    })
    .returning({ id: ${many}.id })
  const id = row?.id ?? refuse("conflict")
  emit(ctx, { type: "${one}.created", recordId: id, data: { departmentId: department } })
  return id
}

/** @throws Refusal naming the field that this actor may not fill like this */
export function requirePlace(
  actor: PersonActor,
  { department, sensitivity }: Partial<Pick<${One}Fields, "department" | "sensitivity">>,
): void {
  if (department && !canHome(actor, department))
    refuse("invalid", { fields: { department: "${many}.error.home" } })
  if (sensitivity && !canLabel(actor, sensitivity))
    refuse("invalid", { fields: { sensitivity: "${many}.error.label" } })
}
`

const editing = ({ many, one, One }) => `import { and, eq } from "drizzle-orm"
import { ${many} } from "@/db/schema/${many}"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { requirePlace } from "./creating"
import type { ${One}Fields } from "./inputs"
import type { ${One} } from "./${one}"

/**
 * Changes one that was read at \`version\`. The log names the fields, never their texts.
 * @throws Refusal "conflict" when somebody was faster
 */
export async function edit${One}(
  ctx: Ctx & { actor: PersonActor },
  ${one}: ${One},
  version: number,
  { name, description, department, sensitivity }: ${One}Fields,
): Promise<number> {
  requirePlace(ctx.actor, {
    ...(department !== ${one}.departmentId && { department }),
    ...(sensitivity !== ${one}.sensitivityId && { sensitivity }),
  })
  const after = { name, description, departmentId: department, sensitivityId: sensitivity }
  const [row] = await ctx.tx
    .update(${many})
    .set({ ...after, updatedAt: ctx.now, version: version + 1 })
    .where(and(eq(${many}.id, ${one}.id), eq(${many}.version, version)))
    .returning({ version: ${many}.version })
  if (!row) return refuse("conflict")
  const before = new Map<string, unknown>(Object.entries(${one}))
  const fields = Object.entries(after).flatMap(([field, value]) =>
    before.get(field) === value ? [] : [field],
  )
  emit(ctx, { type: "${one}.edited", recordId: ${one}.id, data: { fields } })
  return row.version
}
`

const actions = ({ many, one, One }) => `"use server"

import { action, nothing } from "@/lib/action"
import { create${One} } from "./creating"
import { edit${One} } from "./editing"
import { edited${One}, ${one}Fields } from "./inputs"
import { canCreate, canEdit } from "./policy"
import { seen${One} } from "./${one}"

export const create${One}Action = action({
  name: "${many}.create",
  input: ${one}Fields,
  load: nothing,
  can: canCreate,
  run: (ctx, _, input) => create${One}(ctx, input),
  next: (id) => \`/${many}/\${id}\`,
})

export const save${One}Action = action({
  name: "${many}.edit",
  input: edited${One},
  load: seen${One},
  can: canEdit,
  run: (ctx, ${one}, { id: _, version, ...fields }) => edit${One}(ctx, ${one}, version, fields),
  next: (_, { id }) => \`/${many}/\${id}\`,
})
`
