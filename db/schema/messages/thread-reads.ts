import { id, index, int, ref, table, time } from "../../columns"
import { messages } from "../messages"
import { people } from "../people"

/** Who had a thread before them up to which of its answers, and when; only added to. */
export const threadReads = table(
  "thread_reads",
  {
    id: id(),
    /** What begins the thread: that itself is read in the stream. */
    threadId: ref(() => messages.id, "cascade").notNull(),
    personId: ref(() => people.id, "cascade").notNull(),
    upToSeq: int().notNull(),
    at: time().notNull(),
  },
  (t) => [index("thread_reads_reader").on(t.threadId, t.personId, t.upToSeq)],
)
