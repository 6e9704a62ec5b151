import { db } from "@/db/engine"
import { newestFilesOf } from "@/lib/messages/opened-files"
import { hasFinds, isUnread } from "@/lib/outward/stop"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { screenedFiles, screenFiles } from "@/lib/platform/screening/file-finds"
import type { NewInvitation } from "./inputs"

/** Groups whose files of before are opened: who is let in to talk reads on from their invitation. */
const openedGroups = ({ scopes }: NewInvitation): number[] =>
  scopes.flatMap(({ kind, id, may }) => (kind === "group" && may !== "talk" ? [id] : []))

/** Reads the files that an invitation opens, before its transaction. */
export async function screenOpened(input: NewInvitation): Promise<void> {
  await screenFiles(await newestFilesOf(db(), openedGroups(input)))
}

/**
 * Asks once more where files with something sensitive in them are opened, or files that nobody could
 * read. Asked once the invitation itself was found right: only then are counts anybody's to know.
 * @throws Refusal "conflict" with `current.opened`, how many there are
 */
export async function requireLooked(ctx: Ctx, input: NewInvitation): Promise<void> {
  if (input.opensFiles) return
  const files = await screenedFiles(ctx.tx, await newestFilesOf(ctx.tx, openedGroups(input)))
  const found = files.filter(hasFinds).length
  const unread = files.filter((file) => !hasFinds(file) && isUnread(file)).length
  if (found + unread === 0) return
  refuse("conflict", {
    sentence: "guests.error.files",
    values: { found, unread },
    current: { opened: { found, unread } },
  })
}
