import type { Db } from "@/db/database"
import { hasFinds, isUnread } from "@/lib/outward/stop"
import type { GuestScope } from "@/lib/platform/actor"
import type { Stood } from "@/lib/platform/guest-scoped"
import { registry } from "@/lib/platform/registry"
import { screenedFiles, screenFiles } from "@/lib/platform/screening/file-finds"
import { screen } from "@/lib/platform/screening/screening"

/** What was found of all that a scope opens. */
export interface Looked {
  scope: string
  /** Texts and files with something sensitive in them. */
  found: number
  /** Files that nobody can read. */
  unread: number
  /** What there was no time to look at; asked again, it goes on from there. */
  left: number
  /** Where it ended: what stands behind came since. */
  after: number
}

export const nameOf = ({ kind, id, may }: GuestScope): string => `${kind}:${id}:${may}`

/**
 * Looks through what stood there already and is opened with a scope, a portion after the other to
 * the end. Files are read where there is time for that: never inside a transaction.
 * @param until no file is begun after this moment; none at all where it isn't given
 */
export async function lookThrough(
  on: Db,
  scope: GuestScope,
  { after = 0, until }: { after?: number; until?: Date } = {},
): Promise<Looked> {
  const kind = registry().kinds.get(scope.kind)
  const record = await kind?.find(on, scope.id)
  const looked: Looked = { scope: nameOf(scope), found: 0, unread: 0, left: 0, after }
  const stood = kind?.guestScope?.stood
  if (!record || !stood) return looked
  let more = true
  while (more) {
    const portion = await stood(on, record, scope.may, looked.after)
    if (until) await screenFiles(portion.fileIds, until)
    await addTo(looked, on, portion)
    looked.after = portion.last
    more = portion.more
  }
  return looked
}

async function addTo(looked: Looked, on: Db, { texts, fileIds }: Stood): Promise<void> {
  for (const text of texts) {
    const { finds, unchecked } = await screen(text)
    if (finds.length > 0) looked.found += 1
    else if (unchecked) looked.unread += 1
  }
  for (const file of await screenedFiles(on, fileIds)) {
    if (hasFinds(file)) looked.found += 1
    else if (file.isNew) looked.left += 1
    else if (isUnread(file)) looked.unread += 1
  }
}
