import { getLocale, getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { ActForm } from "@/components/tickets/act-form"
import { GiveField } from "@/components/tickets/give-field"
import { ButtonLink } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { InputField } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { SelectField } from "@/components/ui/select"
import { db } from "@/db/engine"
import { priorities } from "@/db/schema/tasks"
import { when } from "@/lib/calendar/when"
import { placedName } from "@/lib/platform/guest-names"
import { giveTicketAction, rerouteTicketAction } from "@/lib/tickets/actions"
import { promiseAction, setPriorityAction, showTicketAction } from "@/lib/tickets/detail-actions"
import { kindName, openKinds } from "@/lib/tickets/kinds"
import type { TicketScreenData } from "@/lib/tickets/page"

interface Given {
  page: TicketScreenData
  place: "wide" | "narrow"
}

/** What can be changed about a ticket, each folded under its own word. */
export async function TicketChanges({ page, place }: Given) {
  const t = await getTranslations("tickets")
  const { can, ticket } = page
  return (
    <div className="mt-3 border-t border-line-soft">
      {can.pass && (
        <>
          <Fold title={t("page.give")}>
            <ActForm
              action={giveTicketAction}
              hidden={{ id: ticket.id }}
              label={t("page.give")}
              className="space-y-2"
            >
              <GiveField label={t("field.owner")} words={await giveWords()} />
            </ActForm>
          </Fold>
          <Ruled page={page} place={place} />
        </>
      )}
      {can.reply && <ShownTo page={page} place={place} />}
    </div>
  )
}

async function giveWords() {
  const t = await getTranslations("tickets.form.person")
  return {
    ...{ placeholder: t("placeholder"), remove: t.raw("remove"), choose: t("choose") },
    ...{ confirm: t.raw("confirm"), none: t("none") },
  }
}

/** Kind, priority, promise. */
async function Ruled({ page: { ticket }, place }: Given) {
  const [t, states, locale, kinds, times] = await Promise.all([
    getTranslations("tickets"),
    getTranslations("states"),
    getLocale(),
    openKinds(db()),
    when(),
  ])
  const hidden = { id: ticket.id }
  const common = { hidden, label: t("save"), className: "space-y-2" }
  return (
    <>
      <Fold title={t("field.kind")}>
        <ActForm {...common} action={rerouteTicketAction}>
          <SelectField
            id={`kind-${place}`}
            name="kind"
            label={t("field.kind")}
            defaultValue={ticket.kindId}
          >
            <Options
              of={kinds.map((kind) => ({ value: kind.id, label: kindName(kind, locale) }))}
            />
          </SelectField>
        </ActForm>
      </Fold>
      <Fold title={t("field.priority")}>
        <ActForm {...common} action={setPriorityAction}>
          <SelectField
            id={`priority-${place}`}
            name="priority"
            label={t("field.priority")}
            defaultValue={ticket.priority}
          >
            <Options of={priorities.map((value) => ({ value, label: states(value) }))} />
          </SelectField>
        </ActForm>
      </Fold>
      <Fold title={t("page.promise")}>
        <ActForm {...common} action={promiseAction}>
          <InputField
            id={`due-${place}`}
            name="due"
            type="datetime-local"
            label={t("page.promiseNew")}
            defaultValue={times.field(ticket.solveDueAt)}
            required
          />
        </ActForm>
      </Fold>
    </>
  )
}

/** Who at the client follows it on a page of their own. */
async function ShownTo({ page: { ticket, desk }, place }: Given) {
  const [t, locale] = await Promise.all([getTranslations("tickets"), getLocale()])
  const guests = desk.map(({ id, name, organisation }) => ({
    value: id,
    label: placedName(name, organisation, locale),
  }))
  return (
    <Fold title={t("page.shownTo")}>
      <ActForm
        action={showTicketAction}
        hidden={{ id: ticket.id }}
        label={t("save")}
        className="space-y-2"
      >
        <SelectField
          id={`guest-${place}`}
          name="guest"
          label={t("page.shownTo")}
          hint={t("page.shownHint")}
          defaultValue={ticket.guestId ?? ""}
        >
          <Options of={[{ value: "", label: t("page.shownToNobody") }, ...guests]} />
        </SelectField>
      </ActForm>
      <ButtonLink
        href={`/guests/new?scope=ticket_page:${ticket.id}`}
        tone="quiet"
        icon="user-plus"
        className="mt-2"
      >
        {t("page.invite")}
      </ButtonLink>
    </Fold>
  )
}

const Fold = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className="group border-b border-line-soft">
    <summary className="flex min-h-9 items-center gap-1 text-control max-md:min-h-11">
      <Icon name="pencil" size={12} className="mr-1 text-ink-3" />
      {title}
      <Icon
        name="chevron-down"
        size={14}
        className="ml-auto text-ink-3 not-group-open:-rotate-90"
      />
    </summary>
    <div className="pb-3">{children}</div>
  </details>
)
