"use server"

import { action } from "@/lib/action"
import { seenClient } from "./client"
import { removeContact, saveContact, seenContact } from "./contacts"
import { contactFields, oneContact, shownContact } from "./inputs"
import { showContact } from "./masked"
import { canAskContacts, canEdit } from "./policy"

export const saveContactAction = action({
  name: "clients.contact",
  input: contactFields,
  load: seenClient,
  can: canEdit,
  run: (ctx, client, { id: _, contact, ...fields }) => saveContact(ctx, client, contact, fields),
  next: (_, { id }) => `/clients/${id}`,
})

export const removeContactAction = action({
  name: "clients.remove_contact",
  input: oneContact,
  load: seenContact,
  can: (actor, { client }) => canEdit(actor, client),
  run: removeContact,
  next: (_, { id }) => `/clients/${id}`,
})

/** Thirty an hour: enough for a day's calls, too few to copy the list. */
export const showContactAction = action({
  name: "clients.show_contact",
  input: shownContact,
  limit: { times: 30, per: 3600 },
  secretAnswer: true,
  load: seenContact,
  can: (actor, { client }) => canAskContacts(actor, client),
  run: async (ctx, seen, { field }) => showContact(ctx, seen, field),
})
