import { and, eq } from "drizzle-orm"
import { clientContacts } from "@/db/schema/clients"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { type Client, type Contact, seenClient } from "./client"
import { type ContactFields, contactDetails } from "./inputs"
import { readsContacts } from "./policy"

const most = 50

/**
 * Adds somebody at the client, or changes them. The first one is the main contact.
 * @throws Refusal not_found when the contact isn't the client's
 */
export async function saveContact(
  ctx: Ctx & { actor: PersonActor },
  client: Client,
  contact: number | undefined,
  fields: ContactFields,
): Promise<number> {
  const there = client.contacts.find(({ id }) => id === contact)
  if (contact !== undefined && !there) return refuse("not_found")
  if (!there && client.contacts.length >= most)
    refuse("invalid", { sentence: "clients.error.manyContacts" })
  const others = client.contacts.filter(({ id }) => id !== contact)
  const main = fields.main || !others.some((each) => each.main)
  if (main)
    await ctx.tx
      .update(clientContacts)
      .set({ main: false })
      .where(eq(clientContacts.clientId, client.id))
  const id = there
    ? await change(ctx, there, { ...kept(ctx.actor, client, there, fields), main })
    : await add(ctx, client, { ...fields, main })
  const type = there ? "client.contact_edited" : "client.contact_added"
  emit(ctx, { type, recordId: client.id, data: { contactId: id } })
  return id
}

/** Who had only the masked forms before them left alone what they didn't type anew. */
function kept(actor: PersonActor, client: Client, there: Contact, fields: ContactFields) {
  if (readsContacts(actor, client)) return fields
  const after = { ...fields }
  for (const field of contactDetails) after[field] ||= there[field]
  return after
}

async function add(ctx: Ctx, client: { id: number }, fields: ContactFields): Promise<number> {
  const [row] = await ctx.tx
    .insert(clientContacts)
    .values({ ...fields, clientId: client.id, createdAt: ctx.now })
    .returning({ id: clientContacts.id })
  return row?.id ?? refuse("conflict")
}

async function change(ctx: Ctx, { id }: Contact, fields: ContactFields): Promise<number> {
  await ctx.tx.update(clientContacts).set(fields).where(eq(clientContacts.id, id))
  return id
}

/** Records keep the name; the next one becomes the main contact when it was that. */
export async function removeContact(ctx: Ctx, { client, contact }: SeenContact): Promise<void> {
  await ctx.tx
    .delete(clientContacts)
    .where(and(eq(clientContacts.id, contact.id), eq(clientContacts.clientId, client.id)))
  const heir = client.contacts.find(({ id }) => id !== contact.id)
  if (contact.main && heir)
    await ctx.tx.update(clientContacts).set({ main: true }).where(eq(clientContacts.id, heir.id))
  emit(ctx, {
    type: "client.contact_removed",
    recordId: client.id,
    data: { contactId: contact.id },
  })
}

export interface SeenContact {
  client: Client
  contact: Contact
}

/** For actions: a contact of a client that is the actor's to see. */
export async function seenContact(
  ctx: Ctx,
  input: { id: number; contact: number },
): Promise<SeenContact | null> {
  const client = await seenClient(ctx, input)
  const contact = client?.contacts.find(({ id }) => id === input.contact)
  return client && contact ? { client, contact } : null
}
