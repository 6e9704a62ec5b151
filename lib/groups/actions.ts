"use server"

import { action, nothing } from "@/lib/action"
import { announce, readAnnouncementNow } from "./announcing"
import { archiveGroup, reopenGroup } from "./archiving"
import { openDirect } from "./direct"
import { editGroup } from "./editing"
import { seenGroup } from "./group"
import {
  askedToJoin,
  decidedRequest,
  directWith,
  editedGroup,
  memberOnCall,
  memberRole,
  newAnnouncement,
  newGroup,
  newMembers,
  oneGroup,
  oneMember,
  ownPlace,
  readAnnouncement,
} from "./inputs"
import { addMembers, joinGroup } from "./joining"
import { leaveGroup, removeMember } from "./leaving"
import { memberIn } from "./members"
import { muteGroup, pinGroup } from "./placing"
import { canChange, canLeave, canMake, canManage, canSee } from "./policy"
import { makeGroup, readAnnounced, readPeople } from "./reading-input"
import { askToJoin, decideRequest, joinableGroup } from "./requests"
import { setOnCall, setRole } from "./roles"

export const createGroupAction = action({
  name: "groups.create",
  input: newGroup,
  load: nothing,
  can: (actor, _, input) => canMake(actor, input),
  run: async (ctx, _, input) => {
    const id = await makeGroup(ctx, input)
    // 平台管理 makes a department's group and stays outside.
    return { id, inside: (await memberIn(ctx.tx, id, ctx.actor.personId)) !== null }
  },
  next: ({ id, inside }) => (inside ? `/groups/${id}` : "/groups/browse?view=all"),
})

export const saveGroupAction = action({
  name: "groups.edit",
  input: editedGroup,
  load: seenGroup,
  can: canChange,
  run: (ctx, group, { groupId: _, version, ...changes }) => editGroup(ctx, group, version, changes),
})

export const archiveGroupAction = action({
  name: "groups.archive",
  input: oneGroup,
  load: seenGroup,
  can: canManage,
  run: (ctx, group) => archiveGroup(ctx, group),
})

export const reopenGroupAction = action({
  name: "groups.reopen",
  input: oneGroup,
  load: seenGroup,
  can: canManage,
  run: (ctx, group) => reopenGroup(ctx, group),
})

export const addMembersAction = action({
  name: "groups.add",
  input: newMembers,
  load: seenGroup,
  can: canChange,
  run: async (ctx, group, { members }) =>
    addMembers(ctx, group, await readPeople(ctx.tx, members, "members")),
})

export const removeMemberAction = action({
  name: "groups.remove",
  input: oneMember,
  load: seenGroup,
  can: canManage,
  run: (ctx, group, { personId }) => removeMember(ctx, group, personId),
})

export const leaveGroupAction = action({
  name: "groups.leave",
  input: oneGroup,
  load: seenGroup,
  can: canLeave,
  run: (ctx, group) => leaveGroup(ctx, group),
  next: () => "/groups",
})

export const setRoleAction = action({
  name: "groups.role",
  input: memberRole,
  load: seenGroup,
  can: canManage,
  run: (ctx, group, { personId, role }) => setRole(ctx, group, personId, role),
})

export const setOnCallAction = action({
  name: "groups.on_call",
  input: memberOnCall,
  load: seenGroup,
  can: canChange,
  run: (ctx, group, { personId, onCall }) => setOnCall(ctx, group, personId, onCall),
})

export const joinGroupAction = action({
  name: "groups.join",
  input: oneGroup,
  load: joinableGroup,
  can: () => true,
  run: (ctx, group) => joinGroup(ctx, group),
  next: (id) => `/groups/${id}`,
})

export const askToJoinAction = action({
  name: "groups.request",
  input: askedToJoin,
  load: joinableGroup,
  can: () => true,
  run: (ctx, group, { note }) => askToJoin(ctx, group, note),
})

export const decideRequestAction = action({
  name: "groups.decide",
  input: decidedRequest,
  load: seenGroup,
  can: canManage,
  run: (ctx, group, { requestId, accept }) => decideRequest(ctx, group, requestId, accept),
})

export const announceAction = action({
  name: "groups.announce",
  input: newAnnouncement,
  load: seenGroup,
  can: canChange,
  run: (ctx, group, input) => announce(ctx, group, readAnnounced(input)),
})

export const readAnnouncementAction = action({
  name: "groups.read",
  input: readAnnouncement,
  load: seenGroup,
  can: canSee,
  run: (ctx, group, { announcementId }) => readAnnouncementNow(ctx, group, announcementId),
})

export const openDirectAction = action({
  name: "groups.direct",
  input: directWith,
  load: nothing,
  can: () => true,
  run: async (ctx, _, input) => openDirect(ctx, await readPeople(ctx.tx, input.people, "people")),
  next: (id) => `/groups/${id}`,
})

export const muteGroupAction = action({
  name: "groups.mute",
  input: ownPlace,
  load: seenGroup,
  can: canSee,
  run: (ctx, group, { on }) => muteGroup(ctx, group, on),
})

export const pinGroupAction = action({
  name: "groups.pin",
  input: ownPlace,
  load: seenGroup,
  can: canSee,
  run: (ctx, group, { on }) => pinGroup(ctx, group, on),
})
