import { db } from "@/db/engine"
import { findGroup } from "@/lib/groups/group"
import type { PersonActor } from "@/lib/platform/actor"
import { screenFiles, screenOwnFiles } from "@/lib/platform/screening/file-finds"
import { screenAhead } from "@/lib/platform/screening/screening"
import { filesReadOutside } from "./leaving"

/**
 * What takes its time to know, before the transaction that sends it: what the company's own
 * expressions say of the words, and what is in the files, where outsiders will read them.
 */
export async function screenMessage(
  { body, groupId, fileIds = [] }: { body: string; groupId?: number; fileIds?: readonly number[] },
  { personId }: PersonActor,
  /** Its files wait with it, instead of hanging nowhere. */
  kept = false,
): Promise<void> {
  await screenAhead(body.trim())
  if (fileIds.length === 0 || groupId === undefined) return
  const group = await findGroup(db(), groupId)
  if (group && (await filesReadOutside({ tx: db() }, group)))
    await (kept ? screenFiles(fileIds) : screenOwnFiles(fileIds, personId))
}
