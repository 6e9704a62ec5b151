import { getTranslations } from "next-intl/server"
import { FollowUpButtons } from "@/components/clients/follow-up-buttons"
import { quickPicks } from "@/components/clients/quick-picks"
import { Face } from "@/components/ui/face"
import { Section } from "@/components/ui/section"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"
import type { ClientPage } from "@/lib/clients/page"

/** 待跟进: what is owed to the client, the next first. */
export async function OwedContacts({ page: { client, owed } }: { page: ClientPage }) {
  const [t, form, picks] = await Promise.all([
    getTranslations("clients.record"),
    getTranslations("clients"),
    quickPicks(),
  ])
  if (owed.length === 0) return null
  return (
    <Section title={t("owed")} count={owed.length} size="small" className="mt-5">
      {owed.map(({ id, topic, plan, owner, nextAt, may }) => (
        <div
          key={id}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line-soft py-2"
        >
          <Day at={nextAt} />
          <span className="min-w-0 flex-1 basis-60 text-ui text-pretty whitespace-pre-line">
            {plan || topic}
          </span>
          <Face person={owner} size={20} named />
          {may && (
            <FollowUpButtons
              client={client.id}
              communication={id}
              picks={picks}
              words={{
                settle: t("settle"),
                settleOf: t("settleOf", { topic }),
                postpone: t("postpone"),
                postponeOf: t("postponeOf", { topic }),
                to: t("postponeTo"),
                quick: t("quick"),
                save: form("save"),
                cancel: form("cancel"),
              }}
            />
          )}
        </div>
      ))}
    </Section>
  )
}

/** The day of a next contact, filled when it has passed. */
export async function Day({ at }: { at: Date }) {
  const [t, times] = await Promise.all([getTranslations("clients"), when()])
  const days = times.daysAway(at)
  if (days < 0)
    return (
      <StateChip icon="state-late" tone="cinnabar" fill="wash" title={times.date(at)}>
        {t("overdueFor", { days: -days })}
      </StateChip>
    )
  return (
    <time dateTime={at.toISOString()} className="w-24 text-control font-semibold">
      {days === 0 ? t("today") : times.date(at)}
    </time>
  )
}
