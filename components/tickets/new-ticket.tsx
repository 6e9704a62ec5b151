import { randomUUID } from "node:crypto"
import { notFound } from "next/navigation"
import { getLocale, getTranslations } from "next-intl/server"
import { writingHelp } from "@/components/shell/writing-help"
import { TicketForm, type TicketFormData } from "@/components/tickets/ticket-form"
import { Empty } from "@/components/ui/empty"
import { RouteDialog } from "@/components/ui/route-dialog"
import { db } from "@/db/engine"
import { priorities } from "@/db/schema/tasks"
import { stopWords } from "@/lib/outward/words-stop"
import type { PersonActor } from "@/lib/platform/actor"
import { clientById, clientsLike } from "@/lib/tickets/finding-client"
import { kindName, openKinds } from "@/lib/tickets/kinds"
import { canCreate } from "@/lib/tickets/policy"

/** The form over whatever page one is on, or as a page where there is no script. */
export async function NewTicket({
  actor,
  client,
  dialog = false,
}: {
  actor: PersonActor
  /** The client that it is for: a number out of the address. */
  client?: unknown
  dialog?: boolean
}) {
  if (!canCreate(actor)) notFound()
  const [t, data] = await Promise.all([getTranslations("tickets"), formData(actor, client)])
  const form =
    data.kinds.length === 0 ? (
      <Empty title={t("form.noKinds")} />
    ) : (
      <TicketForm data={data} formKey={randomUUID()} />
    )
  if (dialog)
    return (
      <RouteDialog path="/tickets/new" title={t("new")} closeLabel={t("close")} size="l">
        {form}
      </RouteDialog>
    )
  return (
    <div className="flex max-w-180 flex-col md:px-3">
      <h1 className="px-5 pt-5 text-title">{t("new")}</h1>
      {form}
    </div>
  )
}

async function formData(actor: PersonActor, client: unknown): Promise<TicketFormData> {
  const [t, states, locale, clients, kinds, help] = await Promise.all([
    getTranslations("tickets"),
    getTranslations("states"),
    getLocale(),
    clientsLike(actor, ""),
    openKinds(db()),
    writingHelp(),
  ])
  const known = /^\d{1,15}$/.test(String(client)) ? await clientById(actor, Number(client)) : null
  return {
    clients: clients.map(({ name }) => name),
    kinds: kinds.map((kind) => ({ value: kind.id, label: kindName(kind, locale) })),
    priorities: priorities.map((value) => ({
      ...{ value, label: states(value), icon: `priority-${value}` as const },
    })),
    client: known?.name ?? "",
    help,
    stop: stopWords[locale],
    words: {
      ...{ title: t("field.title"), titleHint: t("form.titleHint"), body: t("field.body") },
      ...{
        bodyHint: t("form.bodyHint"),
        client: t("field.client"),
        clientHint: t("form.clientHint"),
        contact: t("field.contact"),
      },
      ...{ kind: t("field.kind"), priority: t("field.priority"), choose: t("form.choose") },
      ...{ note: t("form.note"), cancel: t("cancel"), submit: t("new") },
    },
  }
}
