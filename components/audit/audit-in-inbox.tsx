import { getLocale, getTranslations } from "next-intl/server"
import { rowsFor } from "@/components/audit/audit-rows"
import type { PaneWay, RecordScreen } from "@/components/inbox/record-screen"
import { ButtonLink } from "@/components/ui/button"
import { Link } from "@/components/ui/link"
import { RecordPane } from "@/components/ui/record-pane"
import { addressOf } from "@/lib/audit/filter"
import { logId } from "@/lib/audit/log"
import { isMark } from "@/lib/audit/marks"
import { mayAudit } from "@/lib/audit/policy"
import { auditPage } from "@/lib/audit/queries"
import type { PersonActor } from "@/lib/platform/actor"
import { enumerated } from "@/lib/platform/enumerated"

const shown = 12

/** What waits for a second look, beside the inbox. */
export const auditScreen: RecordScreen = {
  pane: async (actor, id, way) =>
    mayAudit(actor) && id === logId ? <WaitingPane actor={actor} way={way} /> : null,
  sentence: async ({ data }) => {
    const [t, locale] = await Promise.all([getTranslations("audit"), getLocale()])
    const codes = Array.isArray(data.reasons) ? data.reasons.filter(isMark) : []
    const reasons = codes.length > 0 ? codes.map((code) => t(`mark.${code}`)) : [t("mark.other")]
    return t("inbox.marked", { reasons: enumerated(reasons, locale) })
  },
}

async function WaitingPane({ actor, way }: { actor: PersonActor; way: PaneWay }) {
  const filter = { review: "open" } as const
  const [t, locale, page] = await Promise.all([
    getTranslations("audit"),
    getLocale(),
    auditPage(filter, shown),
  ])
  const { say, moments } = await rowsFor(actor, filter, page, locale)
  return (
    <RecordPane label={t("title")} path={t("title")} close={way.close} actions={way.actions}>
      <h2 className="text-title">{page.rows.length > 0 ? t("inbox.pane") : t("inbox.none")}</h2>
      <ul className="mt-3 mb-4">
        {page.rows.map((event) => (
          <li key={event.id} className="border-b border-line-soft py-2 text-control">
            <Link
              href={addressOf({ ...filter, before: event.id + 1, open: event.id })}
              className="hover:underline"
            >
              <span className="font-semibold">{say.who(event)}</span> {say.action(event)}{" "}
              {say.object(event)}
            </Link>
            <p className="text-meta text-ink-3">
              {[say.marks(event), moments.full(event.at), say.source(event)].join(" · ")}
            </p>
          </li>
        ))}
      </ul>
      <ButtonLink href={addressOf(filter)} tone="primary" icon="shield-check">
        {t("inbox.open")}
      </ButtonLink>
    </RecordPane>
  )
}
