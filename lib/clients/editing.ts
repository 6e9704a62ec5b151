import { and, eq } from "drizzle-orm"
import { clients } from "@/db/schema/clients"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { writeTags } from "@/lib/platform/tagging"
import { requireHome } from "./checking"
import type { Client } from "./client"
import { stored } from "./creating"
import type { ClientFields } from "./inputs"
import { canHome } from "./policy"

/** Said with before and after; of texts only that they changed. */
const spoken = ["stage", "departmentId"] as const
const texts = [
  ...(["name", "shortName", "creditCode", "tags"] as const),
  ...(["region", "address", "remark"] as const),
]

/**
 * Changes a client that was read at `version`. Who is responsible changes by a handover alone.
 * @throws Refusal "conflict" with what stands there now when somebody was faster
 */
export async function editClient(
  ctx: Ctx & { actor: PersonActor },
  client: Client,
  version: number,
  fields: ClientFields,
): Promise<number> {
  if (client.version !== version)
    refuse("conflict", {
      current: { name: client.name, remark: client.remark, version: client.version },
    })
  if (fields.department !== client.departmentId) {
    if (!canHome(ctx.actor, fields.department))
      refuse("invalid", { fields: { department: "clients.error.home" } })
    await requireHome(ctx.tx, client.ownerId, fields.department, "department")
  }
  const after = stored(fields)
  const [row] = await ctx.tx
    .update(clients)
    .set({ ...after, updatedAt: ctx.now, version: version + 1 })
    .where(and(eq(clients.id, client.id), eq(clients.version, version)))
    .returning({ version: clients.version })
  if (!row) return refuse("conflict")
  await writeTags(ctx, "client", client.id, [fields.tags, fields.remark])
  const data: Record<string, unknown> = {}
  for (const field of spoken)
    if (client[field] !== after[field]) data[field] = { before: client[field], after: after[field] }
  const changed = texts.filter((field) => client[field] !== after[field])
  if (changed.length > 0) data.texts = changed
  emit(ctx, { type: "client.edited", recordId: client.id, data })
  return row.version
}
