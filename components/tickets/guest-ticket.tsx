import { randomUUID } from "node:crypto"
import { getLocale, getTranslations } from "next-intl/server"
import { GuestComposer } from "@/components/guests/guest-composer"
import { GuestFrame } from "@/components/guests/guest-frame"
import { GuestUpload } from "@/components/guests/guest-upload"
import { exactTime } from "@/components/tickets/exact-time"
import { GuestAnswer } from "@/components/tickets/guest-answer"
import { GuestRating } from "@/components/tickets/guest-rating"
import { GuestReplies } from "@/components/tickets/guest-replies"
import { railSteps } from "@/components/tickets/rail-steps"
import { StatusRail } from "@/components/tickets/status-rail"
import { spanOf } from "@/components/tickets/time-left"
import { db } from "@/db/engine"
import { when } from "@/lib/calendar/when"
import type { GuestActor } from "@/lib/platform/actor"
import { organisation } from "@/lib/platform/organisation"
import { guestReplyAction } from "@/lib/tickets/guest-actions"
import { kindName } from "@/lib/tickets/kinds"
import { numberOf } from "@/lib/tickets/numbers"
import { guestWrites, type TicketPage } from "@/lib/tickets/ticket-page"

/** One ticket as its client has it: where it stands, until when, what was said, and one answer. */
export async function GuestTicket({
  guest,
  page,
  before,
  refused,
}: {
  guest: GuestActor
  page: TicketPage
  before: number | undefined
  /** A file that was sent without script wasn't taken. */
  refused: boolean
}) {
  const [t, times] = await Promise.all([getTranslations("tickets.g"), when()])
  const rail = railSteps(
    page,
    (state) => t(`rail.${state}`),
    (at) => exactTime(times, at),
  )
  const writes = guestWrites(guest, page)
  const alone = guest.scopes.every(({ kind, id }) => kind === "ticket_page" && id === page.id)
  return (
    <GuestFrame
      guest={guest}
      only={alone ? t("only") : undefined}
      foot={
        writes && (
          <GuestComposer
            action={guestReplyAction}
            about={{ name: "ticket", value: page.id }}
            formKey={randomUUID()}
            words={{ write: t("write"), send: t("send") }}
          />
        )
      }
    >
      <p className={`text-control text-ink-2 ${alone ? "" : "mt-3"}`}>
        {t("kind")} <span className="one-word">{numberOf(page.id)}</span>
      </p>
      <h1 className="mt-0.5 mb-5 text-title">{page.title}</h1>
      <StatusRail {...rail} label={t("rail.label")} now={t("rail.now")} />
      <Promised page={page} />
      <GuestAnswer guest={guest} page={page} />
      <section aria-label={t("talk")}>
        <GuestReplies guest={guest} page={page} before={before} />
      </section>
      <GuestRating guest={guest} page={page} />
      {writes ? (
        <div className="mt-6">
          <GuestUpload
            action={`/g/tickets/${page.id}/files`}
            words={{
              ...{ choose: t("choose"), send: t("upload"), refused: t("uploadRefused") },
              ...{ sending: t("uploading"), note: t("uploadNote") },
            }}
            refused={refused}
          />
        </div>
      ) : (
        page.state === "closed" && <p className="mt-6 text-control text-ink-2">{t("closed")}</p>
      )}
    </GuestFrame>
  )
}

/** What was promised and how long that is; who works on it, as far as that is said. */
async function Promised({ page }: { page: TicketPage }) {
  const [t, times, locale, { departments }] = await Promise.all([
    getTranslations("tickets.g"),
    when(),
    getLocale(),
    organisation(db()),
  ])
  const at = page.solveDueAt
  const open = page.state === "new" || page.state === "doing"
  const left = at.getTime() - times.now.getTime()
  const exact = exactTime(times, at)
  const span = {
    days: (count: number) => t("days", { count }),
    hours: (count: number) => t("hours", { count }),
    minutes: (count: number) => t("minutes", { count }),
  }
  const facts = [
    departments.get(page.departmentId)?.name,
    kindName({ name: page.kindName, nameEn: page.kindNameEn }, locale),
  ]
  return (
    <>
      {open && (
        <dl className="mt-5 flex flex-wrap justify-between gap-x-6 gap-y-2 border-y border-line py-3">
          <div>
            <dt className="text-control text-ink-2">{t("promised")}</dt>
            <dd className="one-word text-title">
              <time dateTime={at.toISOString()}>{t("before", { at: exact })}</time>
            </dd>
          </div>
          <div className="ml-auto text-right">
            <dt className="text-control text-ink-2">{t(left > 0 ? "left" : "late")}</dt>
            <dd className={left > 0 ? "text-title" : "text-title text-cinnabar-ink"}>
              {spanOf(left, span)}
            </dd>
          </div>
        </dl>
      )}
      <p className={`py-3 text-control text-ink-2 ${open ? "" : "mt-3 border-t border-line"}`}>
        {t("department", { facts: facts.filter(Boolean).join(" · ") })}
      </p>
    </>
  )
}
