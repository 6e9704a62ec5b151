import { type Actor, guestMay, isGuest, isPerson, sees } from "@/lib/platform/actor"
import type { Message } from "./message"

/** A guest who was let in to talk sees what was said since; what stood there before stays inside. */
export const canSee = (actor: Actor, message: Message): boolean =>
  isGuest(actor)
    ? guestMay(actor, "group", message.groupId, "talk") && message.at >= actor.since
    : sees(actor, message)

/** Let in to a group's files, a guest opens all of them; let in to talk, those of what they read. */
export const canOpenFiles = (actor: Actor, message: Message): boolean =>
  canSee(actor, message) ||
  (guestMay(actor, "group", message.groupId, "view") &&
    !guestMay(actor, "group", message.groupId, "talk"))

const isAuthor = (actor: Actor, message: Message): boolean =>
  isPerson(actor) && actor.personId === message.authorId && message.guestId === null

const stands = (message: Message): boolean => message.withdrawnAt === null && message.note === null

/** Reacting, quoting, forwarding, keeping: whoever reads it, while it says something. */
export const canUse = (actor: Actor, message: Message): boolean =>
  canSee(actor, message) && stands(message)

export const manages = (actor: Actor, message: Message): boolean =>
  isPerson(actor) &&
  message.group.kind !== "direct" &&
  actor.principals.get(`group:${message.groupId}`) === "admin"

/** Edits it or takes it back: its author, and only for a while (`inTime`). */
export const canChange = (actor: Actor, message: Message): boolean =>
  isAuthor(actor, message) && canUse(actor, message)

/** @param minutes how long the company lets a message be changed after it was sent */
export const inTime = (message: { at: Date }, now: Date, minutes: number): boolean =>
  now.getTime() - message.at.getTime() <= minutes * 60_000

/** What it said before is for its author and the group's managers (decision 6). */
export const canSeeVersions = (actor: Actor, message: Message): boolean =>
  canUse(actor, message) && (isAuthor(actor, message) || manages(actor, message))

/** Who has read it is shown under one's own words. */
export const canSeeReceipts = (actor: Actor, message: Message): boolean =>
  canUse(actor, message) && isAuthor(actor, message)

/** A manager puts what doesn't belong here into a casual group. */
export const canMove = (actor: Actor, message: Message): boolean =>
  canUse(actor, message) && manages(actor, message) && message.threadId === null
