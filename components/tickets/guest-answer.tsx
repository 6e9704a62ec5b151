import { randomUUID } from "node:crypto"
import { getTranslations } from "next-intl/server"
import { exactTime } from "@/components/tickets/exact-time"
import { ConfirmForm, DenyForm } from "@/components/tickets/guest-answer-forms"
import { Icon } from "@/components/ui/icon"
import { when } from "@/lib/calendar/when"
import type { GuestActor } from "@/lib/platform/actor"
import { guestAnswers, type TicketPage } from "@/lib/tickets/ticket-page"

/** 待客户确认: the one button, and a way to say no; what is solved can be taken up again. */
export async function GuestAnswer({ guest, page }: { guest: GuestActor; page: TicketPage }) {
  const [t, times] = await Promise.all([getTranslations("tickets.g"), when()])
  const may = guestAnswers(guest, page)
  const deny = (open: string, send: string) => (
    <DenyForm ticket={page.id} formKey={randomUUID()} words={{ open, send, box: t("notYetBox") }} />
  )
  if (page.state === "waiting")
    return (
      <section
        aria-label={t("confirmTitle")}
        className="mb-4 rounded-box bg-support-wash px-4 py-3.5"
      >
        <h2 className="flex items-center gap-2 text-panel text-support">
          <Icon name="hand" size={18} />
          {t("confirmTitle")}
        </h2>
        <p className="mt-1 text-control text-ink-2">
          {page.endsAt
            ? t.rich("confirmHint", {
                until: exactTime(times, page.endsAt),
                at: (words) => <time>{words}</time>,
              })
            : t("confirmOpen")}
        </p>
        {may && (
          <div className="mt-3 space-y-2">
            <ConfirmForm ticket={page.id} formKey={randomUUID()} word={t("confirm")} />
            {deny(t("notYet"), t("notYetSend"))}
          </div>
        )}
      </section>
    )
  if (page.state !== "done") return null
  return (
    <section className="mb-4">
      <p className="flex items-center gap-2 text-ui font-semibold text-done">
        <Icon name="state-done" size={16} />
        {t(`solvedBy.${page.endedBy ?? "staff"}`)}
      </p>
      {may && <div className="mt-2">{deny(t("again"), t("againSend"))}</div>}
    </section>
  )
}
