"use server"

import { action, nothing } from "@/lib/action"
import { seenGroup } from "@/lib/groups/group"
import { canGuestPost } from "@/lib/groups/policy"
import { guestAction } from "@/lib/guest-action"
import { makeAnotherLink } from "./admitting"
import { decide } from "./deciding"
import { decided, device, extended, guestWords, newInvitation, ownInvitation } from "./inputs"
import { invite } from "./inviting"
import { endDevice, extend, revoke, takeOver } from "./lasting"
import { lookAhead, lookAsHost, requireLooked, scopesOf } from "./opened-content"
import { canDecide, canInvite, canManage, canRevoke, canTakeOver } from "./policy"
import { seenInvitation } from "./seen-invitation"
import { writeAsGuest } from "./writing"

export const inviteAction = action({
  name: "guests.invite",
  input: newInvitation,
  load: nothing,
  can: canInvite,
  limit: { times: 30, per: 3600 },
  secretAnswer: true,
  prepare: async ({ scopes }, actor) => (canInvite(actor) ? lookAhead(actor, scopes) : []),
  run: async (ctx, _, input, looked) => {
    const made = await invite(ctx, input)
    await requireLooked(ctx, { ...input, id: made.id }, looked)
    return made
  },
})

export const decideAction = action({
  name: "guests.decide",
  input: decided,
  load: seenInvitation,
  can: (actor, invitation, { department }) =>
    invitation.approvals.some(
      (approval) =>
        approval.departmentId === department && canDecide(actor, invitation, approval, new Date()),
    ),
  prepare: ({ id, accepts }, actor) => (accepts ? lookAsHost(actor, id) : Promise.resolve([])),
  run: async (ctx, invitation, input, looked) => {
    const admitted = await decide(ctx, invitation, input)
    const scopes = scopesOf(invitation)
    if (admitted) await requireLooked(ctx, { id: input.id, scopes, opens: input.opens }, looked)
  },
})

export const extendAction = action({
  name: "guests.extend",
  input: extended,
  load: seenInvitation,
  can: canManage,
  run: (ctx, invitation, { until }) => extend(ctx, invitation, until),
})

export const revokeAction = action({
  name: "guests.revoke",
  input: ownInvitation,
  load: seenInvitation,
  can: canRevoke,
  run: (ctx, invitation) => revoke(ctx, invitation),
})

export const newLinkAction = action({
  name: "guests.new_link",
  input: ownInvitation,
  load: seenInvitation,
  can: canManage,
  // Each is mailed, to an address that anybody may write into the form.
  limit: { times: 20, per: 3600 },
  secretAnswer: true,
  run: (ctx, invitation) => makeAnotherLink(ctx, invitation),
})

export const endDeviceAction = action({
  name: "guests.end_device",
  input: device,
  load: seenInvitation,
  can: canRevoke,
  run: (ctx, invitation, { session }) => endDevice(ctx, invitation, session),
})

export const takeOverAction = action({
  name: "guests.take_over",
  input: ownInvitation,
  load: seenInvitation,
  can: (actor, invitation) => canTakeOver(actor, invitation, new Date()),
  run: (ctx, invitation) => takeOver(ctx, invitation),
})

/** The one thing that a guest does by an action: they write where they were let in to talk. */
export const guestSayAction = guestAction({
  name: "guests.say",
  input: guestWords,
  load: (ctx, { group }) => seenGroup(ctx, { groupId: group }),
  can: canGuestPost,
  run: (ctx, group, { body }) => writeAsGuest(ctx, group, { body, fileIds: [] }),
})
