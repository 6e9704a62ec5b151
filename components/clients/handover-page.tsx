import { randomUUID } from "node:crypto"
import { getTranslations } from "next-intl/server"
import { HandoverForm } from "@/components/clients/handover-form"
import { pickWords } from "@/components/clients/pick-words"
import { writingHelp } from "@/components/shell/writing-help"
import type { ClientPage } from "@/lib/clients/page"

export async function HandoverPage({ page: { client, owner } }: { page: ClientPage }) {
  const [t, clients, help, pick] = await Promise.all([
    getTranslations("clients.handover"),
    getTranslations("clients"),
    writingHelp(),
    pickWords(),
  ])
  const words = {
    ...{ to: t("to"), what: t("what"), note: t("note"), noteHint: t("noteHint") },
    ...{ this: t("this", { name: client.name }), all: t("all", { owner: owner.name }) },
    ...{ effect: t("effect"), ask: t("ask"), cancel: clients("cancel"), pick },
  }
  return (
    <div className="flex max-w-140 flex-col md:px-3">
      <h1 className="px-5 pt-5 text-title">{t("title")}</h1>
      <p className="px-5 text-control text-ink-2">{client.name}</p>
      <HandoverForm data={{ id: client.id, help, words }} formKey={randomUUID()} />
    </div>
  )
}
