import { maskPhone } from "@/lib/people/masking"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { Contact } from "./client"
import type { SeenContact } from "./contacts"
import { contactDetails } from "./inputs"
import { type Owned, readsContacts } from "./policy"

export type ContactDetail = (typeof contactDetails)[number]

/** g***@yuanshan.example: whose mail it is stays open, the company doesn't. */
export const maskEmail = (email: string): string => {
  const at = email.lastIndexOf("@")
  return at < 1 ? "***" : `${[...email][0] ?? ""}***${email.slice(at)}`
}

/** The first sign and nothing more. */
export const maskName = (name: string): string => `${[...name][0] ?? ""}***`

const masks: Record<ContactDetail, (value: string) => string> = {
  phone: (phone) => maskPhone(phone.replace(/[^\d+]/g, "")),
  email: maskEmail,
  wechat: maskName,
}

/** A contact as its reader may have it at once: whole for who is responsible, else masked. */
export function shownContact(actor: PersonActor, client: Owned, contact: Contact) {
  const whole = readsContacts(actor, client)
  const details = contactDetails.map((field) => {
    const value = contact[field]
    return { field, shown: whole || value === "" ? value : masks[field](value), whole }
  })
  const { id, name, position, main } = contact
  return { id, name, position, main, details: details.filter(({ shown }) => shown !== "") }
}

export type ShownContact = ReturnType<typeof shownContact>

/** 查看全号: the whole, and that it was looked at stands in the audit log without what was shown. */
export function showContact(
  ctx: Ctx,
  { client, contact }: SeenContact,
  field: ContactDetail,
): string {
  const value = contact[field]
  if (value === "") return refuse("not_found")
  emit(ctx, {
    type: "client.contact_shown",
    recordId: client.id,
    data: { contactId: contact.id, field },
  })
  return value
}
