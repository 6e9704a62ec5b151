import { bool, id, index, int, json, ref, table, text, time } from "../../columns"
import { people } from "../people"

/** 议程模板: topics with minutes and goals that a new meeting can begin with. */
export const meetingTemplates = table(
  "meeting_templates",
  {
    id: id(),
    name: text().notNull(),
    ownerId: ref(() => people.id).notNull(),
    /** For everybody, not for its owner alone. */
    shared: bool().notNull().default(false),
    topics: json<unknown>().notNull(),
    createdAt: time().notNull(),
    updatedAt: time().notNull(),
    removedAt: time(),
    version: int().notNull().default(1),
  },
  (t) => [
    index("meeting_templates_owner").on(t.ownerId, t.name, t.id),
    index("meeting_templates_shared").on(t.shared, t.name, t.id),
  ],
)
