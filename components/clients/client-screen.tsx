import { randomUUID } from "node:crypto"
import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { ArchiveButton } from "@/components/clients/archive-button"
import { ClientFacts } from "@/components/clients/client-facts"
import { ClientFiles } from "@/components/clients/client-files"
import { ClientTimeline } from "@/components/clients/client-timeline"
import { ContactList } from "@/components/clients/contact-list"
import { HandoverNotice } from "@/components/clients/handover-notice"
import { OwedContacts } from "@/components/clients/owed-contacts"
import { ReadHere } from "@/components/inbox/read-here"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { PrintHead } from "@/components/shell/print-head"
import { writingHelp } from "@/components/shell/writing-help"
import { CommentForm } from "@/components/tasks/comment-form"
import { ButtonLink } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { commentClientAction } from "@/lib/clients/actions"
import type { ClientPage } from "@/lib/clients/page"
import type { PersonActor } from "@/lib/platform/actor"

/** A client as a page of its own: what is owed and everything that was, beside its facts. */
export async function ClientScreen({
  actor,
  page,
  after,
  files,
}: {
  actor: PersonActor
  page: ClientPage
  after: string | undefined
  /** Where a page of its files begins. */
  files: number | undefined
}) {
  const words = await liveWords()
  const { client } = page
  const shelf = <ClientFiles actor={actor} page={page} before={files} />
  return (
    <LiveRegion topics={[`client:${client.id}`]} words={words}>
      <ReadHere kind="client" id={client.id} />
      <Path page={page} />
      <PrintHead title={client.name} />
      <div className="min-h-0 flex-1 overflow-y-auto lg:flex lg:overflow-hidden">
        <div className="flex min-w-0 flex-1 flex-col lg:overflow-y-auto">
          <div className="flex-1 px-8 pt-6 pb-6 max-md:px-4 max-md:pt-4">
            <h1 className="text-title">{client.name}</h1>
            <HandoverNotice actor={actor} page={page} />
            <OwedContacts page={page} />
            <Narrow page={page}>{shelf}</Narrow>
            <ClientTimeline actor={actor} page={page} after={after} />
          </div>
          <Say id={client.id} />
        </div>
        <aside className="hidden w-88 shrink-0 overflow-y-auto border-l border-line px-6 pt-4 pb-8 lg:block xl:w-99">
          <ClientFacts page={page} />
          <ContactList page={page} />
          {shelf}
        </aside>
      </div>
    </LiveRegion>
  )
}

async function Path({ page }: { page: ClientPage }) {
  const t = await getTranslations("clients")
  const { client, can } = page
  return (
    <div className="flex h-13 shrink-0 items-center gap-2 border-b border-line px-8 text-control text-ink-2 max-md:h-14 max-md:px-2 print:hidden">
      <Link href="/clients" className="flex h-11 items-center gap-1 hover:text-ink">
        <Icon name="chevron-left" className="md:hidden" />
        {t("title")}
      </Link>
      {client.archivedAt && <span className="text-ink-3">/ {t("archived")}</span>}
      <span className="ml-auto flex items-center gap-2">
        <span className="contents max-md:hidden">
          <RareDeeds page={page} />
        </span>
        {can.edit && (
          <ButtonLink href={`/clients/${client.id}/edit`} icon="pencil" data-shortcut="e">
            {t("edit")}
          </ButtonLink>
        )}
        {can.record && (
          <ButtonLink href={`/clients/${client.id}/record`} tone="primary" icon="square-pen">
            {t("record.button")}
          </ButtonLink>
        )}
      </span>
    </div>
  )
}

/** On a phone they stand with the client's facts. */
async function RareDeeds({ page: { client, can } }: { page: ClientPage }) {
  const t = await getTranslations("clients")
  return (
    <>
      {can.archive && (
        <ArchiveButton
          id={client.id}
          archived={client.archivedAt !== null}
          word={t(client.archivedAt ? "unarchive" : "archive")}
        />
      )}
      {can.handOver && (
        <ButtonLink href={`/clients/${client.id}/handover`} tone="quiet" icon="arrow-left-right">
          {t("handover.button")}
        </ButtonLink>
      )}
      <ButtonLink href={`/clients/${client.id}/archive`} tone="quiet" icon="archive">
        {t("dossier.title")}
      </ButtonLink>
      {can.ticket && (
        <ButtonLink href={`/tickets/new?client=${client.id}`} icon="ticket">
          {t("newTicket")}
        </ButtonLink>
      )}
      {can.task && (
        <ButtonLink href={`/tasks/new?from=client:${client.id}`} icon="circle-check">
          {t("newTask")}
        </ButtonLink>
      )}
    </>
  )
}

/** Before the timeline where there is no room beside it: whom one calls, the rest folded. */
async function Narrow({ page, children }: { page: ClientPage; children: ReactNode }) {
  const t = await getTranslations("clients")
  return (
    <div className="lg:hidden">
      <ContactList page={page} />
      {children}
      <details className="group mt-3 border-y border-line-soft">
        <summary className="flex min-h-11 items-center gap-1 text-control font-semibold">
          <Icon name="chevron-down" size={14} className="text-ink-3 not-group-open:-rotate-90" />
          {t("details")}
        </summary>
        <ClientFacts page={page} />
        <div className="flex flex-wrap gap-2 py-3 md:hidden">
          <RareDeeds page={page} />
        </div>
      </details>
    </div>
  )
}

async function Say({ id }: { id: number }) {
  const [t, files, help] = await Promise.all([
    getTranslations("clients"),
    getTranslations("tasks.files"),
    writingHelp(),
  ])
  return (
    <div className="sticky bottom-0 shrink-0 border-t border-line bg-surface px-8 py-3 max-md:bg-paper max-md:px-3 max-md:py-2 print:hidden">
      <CommentForm
        key={id}
        id={id}
        label={t("comment")}
        send={t("send")}
        formKey={randomUUID()}
        help={help}
        attach={{
          add: files("attach"),
          failed: files("failed"),
          remove: files.raw("remove"),
          sending: files.raw("sending"),
        }}
        action={commentClientAction}
      />
    </div>
  )
}
