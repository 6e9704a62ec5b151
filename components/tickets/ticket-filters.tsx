import { getLocale, getTranslations } from "next-intl/server"
import { addressOf } from "@/components/tickets/ticket-address"
import { FilterBar } from "@/components/ui/filter-bar"
import { InputField } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { SelectField } from "@/components/ui/select"
import { db } from "@/db/engine"
import { priorities } from "@/db/schema/tasks"
import { ticketStates } from "@/db/schema/tickets"
import type { PersonActor } from "@/lib/platform/actor"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import { clientById, clientsLike } from "@/lib/tickets/finding-client"
import type { TicketFilter } from "@/lib/tickets/inputs"
import { kindName, openKinds } from "@/lib/tickets/kinds"

type Name = "state" | "kind" | "department" | "priority"
interface Choice {
  name: Name
  field: string
  options: { value: string | number; label: string }[]
}

/** What the queue can be narrowed to, as far as the reader may see it. */
async function choicesFor(): Promise<Choice[]> {
  const [t, states, locale, org, kinds] = await Promise.all([
    getTranslations("tickets"),
    getTranslations("states"),
    getLocale(),
    organisation(db()),
    openKinds(db()),
  ])
  const departments = [...org.departments.values()].flatMap(({ id, closed }) =>
    closed ? [] : { value: id, label: departmentPath(org, id) },
  )
  return [
    {
      ...{ name: "state", field: t("field.state") },
      options: ticketStates.map((value) => ({ value, label: t(`state.${value}`) })),
    },
    {
      ...{ name: "priority", field: t("field.priority") },
      options: priorities.map((value) => ({ value, label: states(value) })),
    },
    {
      ...{ name: "kind", field: t("field.kind") },
      options: kinds.map((kind) => ({ value: kind.id, label: kindName(kind, locale) })),
    },
    { name: "department", field: t("field.department"), options: departments },
  ]
}

/** The client that it is narrowed to, and some to begin with. */
async function clientChoice(actor: PersonActor, { client: value }: TicketFilter) {
  const t = await getTranslations("tickets")
  const field = t("field.client")
  const offered = (await clientsLike(actor, "")).map(({ name }) => name)
  if (value === undefined) return { field, offered, name: "", chosen: null }
  const name = (await clientById(actor, value))?.name ?? ""
  const label = name || t("list.noClient")
  return {
    field,
    offered,
    name,
    chosen: { name: "client", field, options: [{ value, label }] } as const,
  }
}

/** What the list is narrowed to, as chips; the rest behind 筛选. */
export async function TicketFilters({
  actor,
  filter,
}: {
  actor: PersonActor
  filter: TicketFilter
}) {
  const [t, choices, client] = await Promise.all([
    getTranslations("tickets.list.filter"),
    choicesFor(),
    clientChoice(actor, filter),
  ])
  const set = [...choices, ...(client.chosen ? [client.chosen] : [])].flatMap(
    ({ name, field, options }) => {
      const chosen = options.find(({ value }) => value === filter[name])
      if (!chosen) return []
      const without = addressOf({ ...filter, [name]: undefined, after: undefined })
      const removeLabel = t("remove", { field })
      return [{ key: name, field, value: chosen.label, without, removeLabel }]
    },
  )
  return (
    <FilterBar
      id="ticket-filter"
      action="/tickets"
      words={{ add: t("add"), apply: t("apply") }}
      kept={{ view: filter.view === "open" ? undefined : filter.view }}
      set={set}
    >
      {choices.map(({ name, field, options }) => (
        <SelectField
          key={name}
          id={`filter-${name}`}
          name={name}
          label={field}
          defaultValue={String(filter[name] ?? "")}
        >
          <Options of={[{ value: "", label: "—" }, ...options]} />
        </SelectField>
      ))}
      <InputField
        id="filter-client"
        name="client"
        label={client.field}
        hint={t("clientHint")}
        list="filter-clients"
        autoComplete="off"
        maxLength={200}
        defaultValue={client.name}
      />
      <datalist id="filter-clients">
        {client.offered.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </FilterBar>
  )
}
