import { randomUUID } from "node:crypto"
import { getLocale, getTranslations } from "next-intl/server"
import { ReadHere } from "@/components/inbox/read-here"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { PrintHead } from "@/components/shell/print-head"
import { writingHelp } from "@/components/shell/writing-help"
import { TicketComposer } from "@/components/tickets/ticket-composer"
import { TicketFacts } from "@/components/tickets/ticket-facts"
import { TicketHead } from "@/components/tickets/ticket-head"
import { RareDeeds, TicketPath } from "@/components/tickets/ticket-path"
import { TicketRelated } from "@/components/tickets/ticket-related"
import { TicketThread } from "@/components/tickets/ticket-thread"
import { Icon } from "@/components/ui/icon"
import { stopWords } from "@/lib/outward/words-stop"
import { answersFor } from "@/lib/tickets/canned"
import { numberOf } from "@/lib/tickets/numbers"
import type { TicketScreenData } from "@/lib/tickets/page"

/** A ticket as a page of its own: what was said and done, beside who, until when and with what. */
export async function TicketScreen({
  page,
  before,
}: {
  page: TicketScreenData
  before: string | undefined
}) {
  const [words, t] = await Promise.all([liveWords(), getTranslations("tickets.page")])
  const { ticket, can } = page
  return (
    <LiveRegion topics={[`ticket:${ticket.id}`]} words={words}>
      <ReadHere kind="ticket" id={ticket.id} />
      <TicketPath page={page} />
      <PrintHead title={numberOf(ticket.id)} />
      <div className="min-h-0 flex-1 overflow-y-auto lg:flex lg:overflow-hidden">
        <div className="flex min-w-0 flex-1 flex-col lg:overflow-y-auto">
          <div className="flex-1 px-8 pt-6 pb-6 max-md:px-4 max-md:pt-4">
            <TicketHead page={page} />
            <details className="group mt-5 border-y border-line-soft lg:hidden">
              <summary className="flex min-h-11 items-center gap-1 text-control font-semibold">
                <Icon
                  name="chevron-down"
                  size={14}
                  className="text-ink-3 not-group-open:-rotate-90"
                />
                {t("details")}
              </summary>
              <TicketFacts page={page} place="narrow" />
              <TicketRelated page={page} />
              <div className="flex flex-wrap gap-2 py-3 md:hidden">
                <RareDeeds page={page} />
              </div>
            </details>
            <TicketThread page={page} before={before} />
          </div>
          {can.note && <Say page={page} />}
        </div>
        <aside className="hidden w-88 shrink-0 overflow-y-auto border-l border-line px-6 pt-4 pb-8 lg:block xl:w-99">
          <TicketFacts page={page} place="wide" />
          <TicketRelated page={page} />
        </aside>
      </div>
    </LiveRegion>
  )
}

async function Say({ page: { ticket, can, guest } }: { page: TicketScreenData }) {
  const [t, locale, files, help, canned] = await Promise.all([
    getTranslations("tickets.page"),
    getLocale(),
    getTranslations("tasks.files"),
    writingHelp(),
    can.reply ? answersFor(ticket.departmentId) : [],
  ])
  const { id, state } = ticket
  return (
    <div
      id="write"
      className="shrink-0 border-t border-line bg-surface px-8 py-3 max-md:bg-paper max-md:px-3 max-md:py-2 lg:sticky lg:bottom-0 print:hidden"
    >
      <TicketComposer
        key={id}
        data={{
          ...{ id, reply: can.reply, ask: state === "new" || state === "doing", help },
          canned: canned.map(({ id: answer, title, body }) => ({ id: answer, title, body })),
          stop: stopWords[locale],
          keys: { reply: randomUUID(), note: randomUUID() },
          attach: {
            ...{ add: files("attach"), failed: files("failed") },
            ...{ remove: files.raw("remove"), sending: files.raw("sending") },
          },
          words: {
            ...{ compose: t("compose"), reply: t("reply"), replyBox: t("replyBox") },
            replyNote: guest ? `${t("replyNote")} · ${guest}` : t("replyNote"),
            ...{ note: t("note"), noteNote: t("noteNote"), noteBox: t("noteBox") },
            ...{ noteSend: t("noteSend"), ask: t("ask"), canned: t("canned") },
          },
        }}
      />
    </div>
  )
}
