import { and, desc, eq, gte, isNull, lt, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { guestInvitations } from "@/db/schema/guests"
import { messages } from "@/db/schema/messages"
import { people } from "@/db/schema/people"
import { files } from "@/db/schema/platform"

const pageSize = 50

/** As the index of these says it, so that it is used. */
const cameWithFiles = sql`${messages.files} > 0`

interface Stretch {
  /** Only what was said since. */
  since?: Date | null
  /** Only of messages before this number. */
  before?: number | undefined
}

/** Messages of a group that came with files, the newest first; one more than a page has. */
const withFiles = (groupId: number, { since, before }: Stretch) =>
  db()
    .select({ seq: messages.seq })
    .from(messages)
    .where(
      and(
        eq(messages.groupId, groupId),
        cameWithFiles,
        isNull(messages.withdrawnAt),
        since ? gte(messages.at, since) : undefined,
        before === undefined ? undefined : lt(messages.seq, before),
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(pageSize + 1)

/**
 * Files that were sent in a group, the newest first, with who sent them: those of so many messages a
 * page. The caller has checked that the group is its reader's.
 */
export async function filesSaidIn(groupId: number, stretch: Stretch = {}) {
  const found = await withFiles(groupId, stretch)
  const [first, last] = [found[0], found.slice(0, pageSize).at(-1)]
  const earlier = found.length > pageSize ? (last?.seq ?? null) : null
  if (!first || !last) return { rows: [], earlier }
  const rows = await db()
    .select({
      ...{ id: files.id, name: files.name, type: files.type, size: files.size },
      ...{ messageId: messages.id, seq: messages.seq, at: messages.at },
      ...{ author: people.name, guest: guestInvitations.name },
    })
    .from(messages)
    .innerJoin(files, and(eq(files.kind, "message"), eq(files.recordId, messages.id)))
    .innerJoin(people, eq(people.id, messages.authorId))
    .leftJoin(guestInvitations, eq(guestInvitations.id, messages.guestId))
    .where(
      and(
        eq(messages.groupId, groupId),
        cameWithFiles,
        isNull(messages.withdrawnAt),
        gte(messages.seq, last.seq),
        lt(messages.seq, first.seq + 1),
      ),
    )
    .orderBy(desc(messages.seq), desc(files.id))
  return { rows, earlier }
}

export type FileSaid = Awaited<ReturnType<typeof filesSaidIn>>["rows"][number]
