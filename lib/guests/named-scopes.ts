import { db } from "@/db/engine"
import { registry } from "@/lib/platform/registry"
import type { Invitation } from "./invitation"
import type { Opened } from "./sentence"

/** What an invitation opens, by name: for its guest, whom the names were told, and its inviter. */
export async function namedScopes({ scopes }: Pick<Invitation, "scopes">): Promise<Opened[]> {
  const named: Opened[] = []
  for (const { kind: name, recordId, may } of scopes) {
    const kind = registry().kinds.get(name)
    const record = await kind?.find(db(), recordId)
    if (kind && record) named.push({ kind: name, may, title: kind.title(record) })
  }
  return named
}
