import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/tickets/ticket-address"
import { ButtonLink } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"
import type { TicketFilter } from "@/lib/tickets/inputs"

/** What isn't there, and what will bring it here. */
export async function NoTickets({
  filter: { view, ...narrowed },
  mayCreate,
}: {
  filter: TicketFilter
  mayCreate: boolean
}) {
  const [t, all] = await Promise.all([getTranslations("tickets.list"), getTranslations("tickets")])
  if (Object.values(narrowed).some((value) => value !== undefined))
    return (
      <Empty
        title={t("filtered")}
        action={<ButtonLink href={addressOf({ view })}>{t("showAll")}</ButtonLink>}
      >
        {t("noneHint")}
      </Empty>
    )
  return (
    <Empty
      title={t(`none.${view}`)}
      action={
        mayCreate && (
          <ButtonLink href="/tickets/new" icon="plus">
            {all("new")}
          </ButtonLink>
        )
      }
    >
      {t("noneHint")}
    </Empty>
  )
}
