import { db } from "@/db/engine"
import { registry } from "@/lib/platform/registry"
import type { Invitation } from "./invitation"
import type { Opened } from "./sentence"

/**
 * What an invitation opens, by name, for its guest: only as far as it could still be opened. What
 * has got a label since, or was put out of reach, is named to nobody outside.
 */
export async function namedScopes({ scopes }: Pick<Invitation, "scopes">): Promise<Opened[]> {
  const named: Opened[] = []
  for (const { kind: name, recordId, may } of scopes) {
    const kind = registry().kinds.get(name)
    const record = await kind?.find(db(), recordId)
    const open = record?.sensitivityId === null && kind?.guestScope?.offers(record).includes(may)
    if (kind && record && open) named.push({ kind: name, may, title: kind.title(record) })
  }
  return named
}
