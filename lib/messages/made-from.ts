import type { Db } from "@/db/database"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { registry } from "@/lib/platform/registry"
import { findMessage } from "./message"

/** What was made from messages, whatever its kind, as `task:12`, by message. */
export async function madeFrom(db: Db, ids: readonly number[]): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>()
  for (const [name, kind] of registry().kinds)
    for (const [from, made] of (await kind.madeFrom?.(db, "message", ids)) ?? [])
      found.set(from, [...(found.get(from) ?? []), ...made.map((id) => `${name}:${id}`)])
  return found
}

/** What was made from a message shows under it, on every page that is open. */
export async function showWhatWasMade(ctx: Ctx, { data }: NewEvent): Promise<void> {
  const { kind, id }: { kind?: unknown; id?: unknown } = Object(data?.source)
  if (kind !== "message") return
  const message = await findMessage(ctx.tx, Number(id))
  if (message)
    emit(ctx, { type: "message.linked", recordId: message.id, data: { groupId: message.groupId } })
}
