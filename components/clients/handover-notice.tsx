import { getTranslations } from "next-intl/server"
import { HandoverAnswer } from "@/components/clients/handover-answer"
import { LinkedText } from "@/components/shell/linked-text"
import { Banner } from "@/components/ui/banner"
import type { ClientPage } from "@/lib/clients/page"
import type { PersonActor } from "@/lib/platform/actor"

/** A handover that is under way: the note, who still has to confirm, and one's own answer. */
export async function HandoverNotice({
  actor,
  page: { client, handover, can },
}: {
  actor: PersonActor
  page: ClientPage
}) {
  if (!handover) return null
  const t = await getTranslations("clients.handover")
  const { from, to, fromConfirmedAt, toConfirmedAt, note } = handover
  const open = [...(fromConfirmedAt ? [] : [from.name]), ...(toConfirmedAt ? [] : [to.name])]
  return (
    <section aria-label={t("title")} className="mt-4">
      <Banner icon="arrow-left-right">
        <p className="font-semibold text-ink">
          {t("pending", { from: from.name, to: to.name })}
          <span className="ml-2 font-normal text-ink-2">
            {t("waitsFor", { names: open.join(t("between")) })}
          </span>
        </p>
        <p className="mt-0.5 text-prose text-pretty whitespace-pre-line">
          <LinkedText text={note} />
        </p>
        {(can.confirm || can.withdraw) && (
          <HandoverAnswer
            client={client.id}
            handover={handover.id}
            mayConfirm={can.confirm}
            mayWithdraw={can.withdraw}
            words={{
              confirm: t(handover.toId === actor.personId ? "take" : "confirm"),
              decline: t("decline"),
              withdraw: t("withdraw"),
            }}
          />
        )}
      </Banner>
    </section>
  )
}
