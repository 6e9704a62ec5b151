import {
  bool,
  id,
  index,
  int,
  oneOf,
  primaryKey,
  ref,
  table,
  text,
  time,
  uniqueIndex,
} from "../columns"
import { departments, people } from "./people"

/** What somebody from outside may do with one thing: each includes what stands before it. */
export const guestMays = ["view", "upload", "talk"] as const

/** 外部邀请: one outsider, let in by one person, for some things, until a day. */
export const guestInvitations = table(
  "guest_invitations",
  {
    id: id(),
    name: text().notNull(),
    organisation: text().notNull(),
    email: text().notNull(),
    purpose: text().notNull(),
    /** The language of their pages and mails. */
    locale: oneOf(["zh", "en"]).notNull(),
    /** A code by e-mail is asked for on each new device. */
    wantsCode: bool().notNull().default(false),
    inviterId: ref(() => people.id).notNull(),
    createdAt: time().notNull(),
    expiresAt: time().notNull(),
    /** Of the link that counts; an earlier one leads nowhere any more. Only its hash is kept. */
    tokenHash: text(),
    /** In force since; null while a head still has to agree. */
    openedAt: time(),
    refusedAt: time(),
    /** First opened by its guest. */
    usedAt: time(),
    revokedAt: time(),
    revokedById: ref(() => people.id),
    /** Its inviter left: it rests until somebody takes it over. */
    suspendedAt: time(),
    /** When its end was reminded of, and when it was said that it came; an extension takes both back. */
    remindedAt: time(),
    endedAt: time(),
    version: int().notNull().default(1),
  },
  (t) => [
    uniqueIndex("guest_invitations_token").on(t.tokenHash),
    index("guest_invitations_inviter").on(t.inviterId, t.id),
    index("guest_invitations_ending").on(t.endedAt, t.expiresAt),
    index("guest_invitations_reminding").on(t.remindedAt, t.expiresAt),
  ],
)

/** One thing that an invitation opens. */
export const guestScopes = table(
  "guest_scopes",
  {
    invitationId: ref(() => guestInvitations.id, "cascade").notNull(),
    kind: text().notNull(),
    recordId: int().notNull(),
    may: oneOf(guestMays).notNull(),
    /** When the guest last looked at it. */
    seenAt: time(),
  },
  (t) => [
    primaryKey({ columns: [t.invitationId, t.kind, t.recordId] }),
    index("guest_scopes_record").on(t.kind, t.recordId, t.invitationId),
  ],
)

/** A head whose department an invitation touches, and what they said. */
export const guestApprovals = table(
  "guest_approvals",
  {
    invitationId: ref(() => guestInvitations.id, "cascade").notNull(),
    departmentId: ref(() => departments.id).notNull(),
    /** Who was asked; null where nobody leads it: then 平台管理 decides. */
    headId: ref(() => people.id),
    decidedAt: time(),
    decidedById: ref(() => people.id),
    accepted: bool(),
  },
  (t) => [
    primaryKey({ columns: [t.invitationId, t.departmentId] }),
    index("guest_approvals_head").on(t.headId, t.decidedAt),
  ],
)

/** A device on which a link was opened. */
export const guestSessions = table(
  "guest_sessions",
  {
    id: id(),
    tokenHash: text().notNull(),
    invitationId: ref(() => guestInvitations.id, "cascade").notNull(),
    createdAt: time().notNull(),
    seenAt: time().notNull(),
    endedAt: time(),
    address: text(),
    device: text(),
  },
  (t) => [
    uniqueIndex("guest_sessions_token").on(t.tokenHash),
    index("guest_sessions_invitation").on(t.invitationId, t.endedAt),
  ],
)

/** The newest code mailed for an invitation: six digits, ten minutes, a few tries. */
export const guestCodes = table("guest_codes", {
  invitationId: ref(() => guestInvitations.id, "cascade").primaryKey(),
  codeHash: text().notNull(),
  expiresAt: time().notNull(),
  tries: int().notNull().default(0),
})
