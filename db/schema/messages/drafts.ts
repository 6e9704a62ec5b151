import { int, json, primaryKey, ref, table, text } from "../../columns"
import { groups } from "../groups"
import { people } from "../people"

/** Text not sent yet, on whatever device its writer goes on. What is sent leaves no row. */
export const drafts = table(
  "drafts",
  {
    personId: ref(() => people.id, "cascade").notNull(),
    groupId: ref(() => groups.id, "cascade").notNull(),
    /** What begins the thread that it answers in; 0 in the stream. */
    threadId: int().notNull(),
    text: text().notNull(),
    /** Whom it mentions so far, and why; 0 for everybody. */
    mentions:
      json<{ personId: number; name: string; reason: string; needsAnswer: boolean }[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.groupId, t.threadId] })],
)
