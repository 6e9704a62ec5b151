import { getTranslations } from "next-intl/server"
import { ContactLine } from "@/components/clients/contact-line"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import type { ClientPage } from "@/lib/clients/page"

const icons = { phone: "phone", email: "mail", wechat: "message-square" } as const

/** 联系人: whom one calls, the main one first. */
export async function ContactList({ page: { client, contacts, can } }: { page: ClientPage }) {
  const t = await getTranslations("clients.contact")
  const add = (
    <Link
      href={`/clients/${client.id}/contacts/new`}
      className="link flex min-h-6 items-center gap-1"
    >
      <Icon name="plus" size={12} />
      {t("add")}
    </Link>
  )
  return (
    <Section title={t("title")} count={contacts.length} size="small" aside={can.edit && add}>
      {contacts.length === 0 && <p className="text-control text-ink-3">{t("none")}</p>}
      {contacts.map((contact) => (
        <div
          key={contact.id}
          className="border-b border-line-soft py-2 text-control last:border-b-0"
        >
          <p className="flex items-center gap-2">
            <strong className="one-word">{contact.name}</strong>
            <span className="min-w-0 truncate text-ink-2">{contact.position}</span>
            {contact.main && <span className="text-meta text-ink-3">{t("main")}</span>}
            {can.edit && (
              <Link
                href={`/clients/${client.id}/contacts/${contact.id}`}
                aria-label={t("editNamed", { name: contact.name })}
                title={t("edit")}
                className="ml-auto grid size-6 place-items-center rounded-field text-ink-3 hover:bg-hover hover:text-ink max-md:size-11"
              >
                <Icon name="pencil" size={14} />
              </Link>
            )}
          </p>
          {contact.details.map(({ field, shown, whole }) => (
            <div key={field} className="mt-1 flex items-center gap-2">
              <Icon name={icons[field]} size={14} className="text-ink-3" />
              <span className="sr-only">{t(field)}</span>
              <ContactLine
                client={client.id}
                contact={contact.id}
                {...{ field, shown, whole }}
                ask={can.ask ? t("ask") : undefined}
                askLabel={t("askOf", { name: contact.name, field: t(field) })}
              />
            </div>
          ))}
        </div>
      ))}
      {!can.ask && contacts.length > 0 && (
        <p className="mt-1 text-meta text-pretty text-ink-3">{t("masked")}</p>
      )}
    </Section>
  )
}
