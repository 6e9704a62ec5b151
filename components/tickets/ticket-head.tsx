import { getTranslations } from "next-intl/server"
import { ActForm } from "@/components/tickets/act-form"
import { exactTime } from "@/components/tickets/exact-time"
import { railSteps } from "@/components/tickets/rail-steps"
import { StatusRail } from "@/components/tickets/status-rail"
import { Icon } from "@/components/ui/icon"
import { RuledNote } from "@/components/ui/section"
import { when } from "@/lib/calendar/when"
import { solveTicketAction } from "@/lib/tickets/actions"
import type { TicketScreenData } from "@/lib/tickets/page"

/** What it is about, where it stands, and whose word is awaited. */
export async function TicketHead({ page }: { page: TicketScreenData }) {
  const { ticket } = page
  const [t, times] = await Promise.all([getTranslations("tickets"), when()])
  const rail = railSteps(
    ticket,
    (state) => t(`state.${state}`),
    (at) => exactTime(times, at),
  )
  return (
    <>
      <h1 className="text-title">{ticket.title}</h1>
      <div className="mt-4 max-w-160">
        <StatusRail {...rail} label={t("g.rail.label")} now={t("g.rail.now")} />
      </div>
      {ticket.state === "waiting" && <Waiting page={page} />}
      {ticket.rating !== null && <Rating page={page} />}
    </>
  )
}

/** 待客户确认: since when, until when, and the one button for what was said on the phone. */
async function Waiting({ page: { ticket, can } }: { page: TicketScreenData }) {
  const [t, times] = await Promise.all([getTranslations("tickets.page"), when()])
  const { waitingAt, endsAt } = ticket
  return (
    <section
      aria-label={t("asksConfirm")}
      className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-field bg-support-wash px-3 py-2.5"
    >
      <Icon name="hand" className="text-support" />
      <span className="min-w-0 flex-1 basis-60 text-control">
        <strong className="block text-support">{t("asksConfirm")}</strong>
        {waitingAt && (
          <span className="text-ink-2">
            {endsAt
              ? t("asksConfirmSince", {
                  at: exactTime(times, waitingAt),
                  until: exactTime(times, endsAt),
                })
              : t("asksConfirmOpen", { at: exactTime(times, waitingAt) })}
          </span>
        )}
      </span>
      {can.reply && (
        <ActForm
          action={solveTicketAction}
          hidden={{ id: ticket.id }}
          label={t("solve")}
          title={t("solveHint")}
          icon="check"
        />
      )}
    </section>
  )
}

async function Rating({ page: { ticket } }: { page: TicketScreenData }) {
  const t = await getTranslations("tickets")
  return (
    <section aria-label={t("page.rating")} className="mt-5">
      <RuledNote tone="ink">
        <strong>
          {t("page.rating")} {t("list.rated", { rating: ticket.rating ?? 0 })}
        </strong>
        {ticket.ratingWords && `\n${ticket.ratingWords}`}
      </RuledNote>
    </section>
  )
}
