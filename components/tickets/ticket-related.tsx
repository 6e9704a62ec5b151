import { getTranslations } from "next-intl/server"
import { iconOf } from "@/components/shell/kind-icon"
import { isState, stateLook } from "@/components/shell/state-look"
import { ActForm } from "@/components/tickets/act-form"
import { UnlinkButton } from "@/components/tickets/unlink-button"
import { Icon } from "@/components/ui/icon"
import { Input } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { StateChip } from "@/components/ui/state-chip"
import { linkTicketAction } from "@/lib/tickets/detail-actions"
import type { TicketScreenData } from "@/lib/tickets/page"

/** 关联: tasks and matters made from it, and whatever else it was tied to. */
export async function TicketRelated({
  page: { ticket, related, can },
}: {
  page: TicketScreenData
}) {
  const [t, states] = await Promise.all([
    getTranslations("tickets.page"),
    getTranslations("states"),
  ])
  return (
    <Section title={t("related")} count={related.length || undefined} size="small">
      <ul>
        {related.map((record) => (
          <li
            key={`${record.kind}:${record.id}`}
            className="flex min-h-9 items-center gap-2 border-b border-line-soft text-control"
          >
            <Icon name={iconOf(record.icon)} size={14} className="text-ink-3" />
            <Link href={record.href} className="link min-w-0 flex-1 truncate">
              {record.title}
            </Link>
            {record.state && isState(record.state) && (
              <StateChip {...stateLook[record.state]}>{states(record.state)}</StateChip>
            )}
            {record.tied && can.work && (
              <UnlinkButton
                {...{ id: ticket.id, kind: record.kind, record: record.id }}
                label={t("unlink", { name: record.title })}
              />
            )}
          </li>
        ))}
      </ul>
      {can.work && (
        <ActForm
          action={linkTicketAction}
          hidden={{ id: ticket.id }}
          label={t("link")}
          icon="link"
          className="mt-2 flex flex-wrap items-center gap-2"
        >
          <Input
            name="what"
            aria-label={t("linkWhat")}
            placeholder={t("linkWhat")}
            maxLength={500}
            required
            className="flex-1 basis-40"
          />
        </ActForm>
      )}
    </Section>
  )
}
