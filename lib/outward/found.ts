import type { Ctx } from "@/lib/platform/context"
import { screenedFiles } from "@/lib/platform/screening/file-finds"
import { type UnreadState, unreadStates } from "@/lib/platform/screening/file-states"
import { added, type FindCounts } from "@/lib/platform/screening/long-text"
import { countsOf, screen } from "@/lib/platform/screening/screening"
import { type Found, hasFinds, isOnlyUnread, isUnread } from "./stop"

export type Counts = FindCounts
/** How many files couldn't be read, by why. */
export type Unread = Partial<Record<UnreadState, number>>

/** Looks through all of what is about to leave. */
export async function foundIn(
  ctx: Pick<Ctx, "tx">,
  { text, fileIds }: { text: string; fileIds: readonly number[] },
): Promise<Found> {
  const { finds, unchecked } = await screen(text)
  const files = await screenedFiles(ctx.tx, fileIds)
  return { finds, unchecked, files: files.filter((file) => hasFinds(file) || isUnread(file)) }
}

/** How many of each kind, in the text and in the files: what may be written down. */
export const countsIn = ({ finds, files }: Found): Counts =>
  files.reduce((all, file) => added(all, file.finds), countsOf(finds))

export function unreadIn({ files }: Pick<Found, "files">): Unread | undefined {
  const unread: Unread = {}
  for (const state of unreadStates) {
    const count = files.filter((file) => file.state === state).length
    if (count > 0) unread[state] = count
  }
  return Object.keys(unread).length > 0 ? unread : undefined
}

/** Why it was stopped, for a page that shows no more than that. */
export function sentenceOf(found: Found): string {
  if (found.unchecked) return "outward.error.unchecked"
  if (found.files.some(hasFinds)) return "outward.error.file"
  return isOnlyUnread(found) ? "outward.error.unread" : "outward.error.stopped"
}
