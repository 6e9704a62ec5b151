import { id, index, int, json, ref, table, text, time } from "../../columns"
import { people } from "../people"

/** How meetings of a chain come again. Each is a record of its own, made some weeks ahead. */
export const meetingRules = table(
  "meeting_rules",
  {
    id: id(),
    /** As `writeRecurrence` writes it. */
    rule: text().notNull(),
    /** From when it counts; its clock is that of every meeting. */
    startAt: time().notNull(),
    /** Minutes. */
    lasts: int().notNull(),
    hostId: ref(() => people.id).notNull(),
    noteTakerId: ref(() => people.id).notNull(),
    creatorId: ref(() => people.id).notNull(),
    /** What its meetings begin with (`lib/meetings/pattern.ts`). */
    content: json<unknown>().notNull(),
    /** Its meetings are made up to this day. Null while it is a draft. */
    madeUntil: text(),
    /** When more of them are to be made. */
    nextAt: time(),
    /** Called off, or changed into another one. */
    endedAt: time(),
    createdAt: time().notNull(),
    updatedAt: time().notNull(),
  },
  (t) => [index("meeting_rules_next").on(t.nextAt, t.id)],
)
