import { meetings } from "@/db/schema/meetings"
import { type Reader, visible } from "@/lib/platform/access"
import { type Actor, atLeast, isPerson, type PersonActor, sees } from "@/lib/platform/actor"
import { isOpenable, type Meeting } from "./meeting"

export const canSee = (actor: Actor, meeting: Meeting): boolean => sees(actor, meeting)

/** The same as `canSee`, as a condition on the table `meetings`. */
export const visibleTo = (reader: Reader) => visible(reader, "meeting", meetings.id)

/** 仅查看 creates nothing; a head always may (decision 2). */
export const canCreate = (actor: PersonActor): boolean =>
  atLeast(actor.level, "edit") || actor.leads.size > 0

const isAmong = (actor: Actor, ids: readonly number[]): boolean =>
  isPerson(actor) && ids.includes(actor.personId)

export const isInvited = (actor: Actor, { people }: Meeting): boolean =>
  isAmong(
    actor,
    people.map(({ personId }) => personId),
  )

/** Time, agenda, people, publishing and cancelling: the host, and who booked it. */
export const canPrepare = (actor: Actor, meeting: Meeting): boolean =>
  canSee(actor, meeting) && isAmong(actor, [meeting.hostId, meeting.creatorId])

/** Running it: those who prepare it and the note-taker. */
export const canLead = (actor: Actor, meeting: Meeting): boolean =>
  canPrepare(actor, meeting) || isNoteTaker(actor, meeting)

export const isNoteTaker = (actor: Actor, meeting: Meeting): boolean =>
  canSee(actor, meeting) && isAmong(actor, [meeting.noteTakerId])

/** 参加 / 不参加 / 待定, until it has begun. */
export const canAnswer = (actor: Actor, meeting: Meeting): boolean =>
  canSee(actor, meeting) && isInvited(actor, meeting)

/** Asking during the meeting: everybody invited, whatever their level. */
export const canAsk = canAnswer

/**
 * The minutes: the note-taker at any level, who leads, and everybody invited who may edit. Once
 * they are published, corrections are for those who answer for them.
 */
export const canWrite = (actor: Actor, meeting: Meeting): boolean =>
  canLead(actor, meeting) ||
  (meeting.minutesVersion === 0 &&
    canSee(actor, meeting) &&
    isInvited(actor, meeting) &&
    isPerson(actor) &&
    atLeast(actor.level, "edit"))

export const canPublishMinutes = canLead

/** 会议回看: kept and removed by those who answer for the minutes. */
export const canRecord = canLead

/** 提出异议: who was invited, whatever their level, and doesn't answer for the minutes. */
export const canObject = (actor: Actor, meeting: Meeting): boolean =>
  canAnswer(actor, meeting) && !canAnswerObjection(actor, meeting)

/** Answered by host and note-taker, who were asked. */
export const canAnswerObjection = (actor: Actor, meeting: Meeting): boolean =>
  canSee(actor, meeting) && isAmong(actor, [meeting.hostId, meeting.noteTakerId])

/** Background material: who prepares it, and who presents the topic. */
export const canAttach = (actor: Actor, meeting: Meeting, topicId: number): boolean =>
  canPrepare(actor, meeting) ||
  (canSee(actor, meeting) &&
    isAmong(
      actor,
      meeting.topics.flatMap(({ id, presenterId }) => (id === topicId ? (presenterId ?? []) : [])),
    ))

export const canComment = (actor: Actor, meeting: Meeting): boolean =>
  isPerson(actor) && canSee(actor, meeting)

/** Material, minutes and recordings stay inside: a guest of a meeting gets time, place and agenda. */
export const canOpenFiles = canComment

/** 外部邀请: who prepares the meeting, before it is over. */
export const canInviteGuest = (actor: PersonActor, meeting: Meeting): boolean =>
  canPrepare(actor, meeting) &&
  isOpenable(meeting) &&
  (meeting.state === "published" || meeting.state === "live")

/** A meeting of a group is booked by its members who may edit there. */
export const canGroup = (actor: PersonActor, groupId: number): boolean =>
  atLeast(actor.principals.get(`group:${groupId}`) ?? null, "edit")
