"use server"

import { action, nothing } from "@/lib/action"
import { resolvePerson } from "@/lib/people/finding"
import { comment } from "@/lib/platform/comments"
import { archiveClient } from "./archiving"
import { seenClient } from "./client"
import { saveContact } from "./contacts"
import { createClient } from "./creating"
import { editClient } from "./editing"
import { clientArchive, clientComment, editedClient, newClient } from "./inputs"
import { canArchive, canComment, canCreate, canEdit } from "./policy"

export const createClientAction = action({
  name: "clients.create",
  input: newClient,
  load: nothing,
  can: canCreate,
  run: async (
    ctx,
    _,
    { owner, contactName, contactPosition, contactPhone, contactEmail, contactWechat, ...fields },
  ) => {
    const ownerId = await resolvePerson(ctx.tx, owner, "owner")
    const id = await createClient(ctx, { ...fields, ownerId })
    const client = contactName === "" ? null : await seenClient(ctx, { id })
    if (client)
      await saveContact(ctx, client, undefined, {
        ...{ name: contactName, position: contactPosition, phone: contactPhone },
        ...{ email: contactEmail, wechat: contactWechat, main: true },
      })
    return id
  },
  next: (id) => `/clients/${id}`,
})

export const saveClientAction = action({
  name: "clients.edit",
  input: editedClient,
  load: seenClient,
  can: canEdit,
  run: (ctx, client, { id: _, version, ...fields }) => editClient(ctx, client, version, fields),
  next: (_, { id }) => `/clients/${id}`,
})

export const archiveClientAction = action({
  name: "clients.archive",
  input: clientArchive,
  load: seenClient,
  can: canArchive,
  run: (ctx, client, { archived }) => archiveClient(ctx, client, archived),
})

export const commentClientAction = action({
  name: "clients.comment",
  input: clientComment,
  load: seenClient,
  can: canComment,
  run: (ctx, client, { body, files }) => comment(ctx, "client", client.id, body, files),
})
