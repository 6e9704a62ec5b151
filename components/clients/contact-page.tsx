import { randomUUID } from "node:crypto"
import { getTranslations } from "next-intl/server"
import { ContactForm } from "@/components/clients/contact-form"
import type { ClientPage } from "@/lib/clients/page"

/**
 * A contact is added or changed. Whoever isn't responsible for the client has the masked forms beside
 * empty fields: what stays empty stays as it is.
 */
export async function ContactPage({ page, contact }: { page: ClientPage; contact?: number }) {
  const [t, clients] = await Promise.all([
    getTranslations("clients.contact"),
    getTranslations("clients"),
  ])
  const there = page.contacts.find(({ id }) => id === contact)
  const detail = (name: "phone" | "email" | "wechat") =>
    there?.details.find(({ field }) => field === name)
  const start = (name: "phone" | "email" | "wechat") =>
    detail(name)?.whole ? (detail(name)?.shown ?? "") : ""
  const hint = (name: "phone" | "email" | "wechat") => {
    const known = detail(name)
    return known && !known.whole ? t("keep", { shown: known.shown }) : undefined
  }
  const data = {
    client: page.client.id,
    ...(there && { contact: there.id }),
    start: {
      ...{ name: there?.name ?? "", position: there?.position ?? "", phone: start("phone") },
      ...{ email: start("email"), wechat: start("wechat") },
      main: there?.main ?? page.contacts.length === 0,
    },
    hints: { phone: hint("phone"), email: hint("email"), wechat: hint("wechat") },
    words: {
      ...{ name: t("name"), position: t("position"), phone: t("phone"), email: t("email") },
      ...{ wechat: t("wechat"), main: t("main"), remove: t("remove") },
      ...{ save: clients("save"), cancel: clients("cancel") },
    },
  }
  return (
    <div className="flex max-w-120 flex-col md:px-3">
      <h1 className="px-5 pt-5 text-title">{t(there ? "edit" : "add")}</h1>
      <p className="px-5 text-control text-ink-2">{page.client.name}</p>
      <ContactForm data={data} formKey={randomUUID()} />
    </div>
  )
}
