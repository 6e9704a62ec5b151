import { getTranslations } from "next-intl/server"
import { ListSummary } from "@/components/matters/list-summary"
import { addressOf } from "@/components/matters/matter-address"
import { FilterBar } from "@/components/ui/filter-bar"
import { Options } from "@/components/ui/options"
import { Toolbar } from "@/components/ui/page-head"
import { SegmentedLinks } from "@/components/ui/segmented"
import { SelectField } from "@/components/ui/select"
import { db } from "@/db/engine"
import { priorities } from "@/db/schema/tasks"
import type { MatterFilter } from "@/lib/matters/inputs"
import { stateOrder } from "@/lib/matters/order"
import type { listMatters } from "@/lib/matters/queries"
import { departmentPath, organisation } from "@/lib/platform/organisation"

type Page = Awaited<ReturnType<typeof listMatters>>
type StateWord = NonNullable<MatterFilter["state"]>

/** What is filtered at the left, with how the list stands; register or matrix at the right. */
export async function MatterFilters({ filter, page }: { filter: MatterFilter; page: Page | null }) {
  if (!page) return <Toolbar aside={<Shapes filter={filter} />} />
  return (
    <div className="flex flex-wrap items-center justify-between pr-gutter max-md:pr-0">
      <div className="flex flex-wrap items-center">
        <SetFilters filter={filter} />
        <ListSummary page={page} />
      </div>
      <div className="py-2 max-md:px-gutter">
        <Shapes filter={filter} />
      </div>
    </div>
  )
}

async function SetFilters({ filter }: { filter: MatterFilter }) {
  const [t, states, org] = await Promise.all([
    getTranslations("matters"),
    getTranslations("states"),
    organisation(db()),
  ])
  const word = (state: StateWord) =>
    state === "open" || state === "overdue" ? t(`filter.${state}`) : states(state)
  const { view, department, state, urgency, due } = filter
  const found = [
    { key: "state", field: t("filter.state"), value: state && word(state) },
    { key: "urgency", field: t("filter.urgency"), value: urgency && states(urgency) },
    { key: "due", field: t("filter.due"), value: due && t(`filter.${due}`) },
    {
      key: "department",
      field: t("filter.department"),
      value: department && org.departments.get(department)?.name,
    },
  ]
  return (
    <FilterBar
      id="matter-filter"
      action="/matters"
      words={{ add: t("filter.add"), apply: t("filter.apply") }}
      kept={{ view: view === "all" ? undefined : view }}
      set={found.flatMap(({ key, field, value }) =>
        value
          ? {
              ...{ key, field, value },
              without: addressOf({ ...filter, [key]: undefined, after: undefined }),
              removeLabel: t("filter.remove", { field }),
            }
          : [],
      )}
    >
      <FilterFields filter={filter} word={word} />
    </FilterBar>
  )
}

async function Shapes({ filter }: { filter: MatterFilter }) {
  const t = await getTranslations("matters")
  const matrix = filter.view === "matrix"
  return (
    <SegmentedLinks
      label={t("shape")}
      current={matrix ? "matrix" : "register"}
      options={[
        {
          ...{ value: "register", label: t("register"), icon: "list" },
          href: matrix ? "/matters" : addressOf(filter),
        },
        {
          ...{ value: "matrix", label: t("matrix"), icon: "layout-list" },
          href: addressOf({ view: "matrix" }),
        },
      ]}
    />
  )
}

async function FilterFields({
  filter,
  word,
}: {
  filter: MatterFilter
  word: (state: StateWord) => string
}) {
  const [t, states, org] = await Promise.all([
    getTranslations("matters.filter"),
    getTranslations("states"),
    organisation(db()),
  ])
  const any = { value: "", label: "—" }
  const some = <V extends string | number>(values: readonly V[], label: (value: V) => string) => [
    any,
    ...values.map((value) => ({ value, label: label(value) })),
  ]
  const departments = [...org.departments.values()].flatMap((each) => (each.closed ? [] : each.id))
  const fields = [
    { name: "state", of: some(["open", "overdue", ...stateOrder] as const, word) },
    { name: "urgency", of: some(priorities, (value) => states(value)) },
    { name: "due", of: some(["week", "month"] as const, (value) => t(value)) },
    { name: "department", of: some(departments, (id) => departmentPath(org, id)) },
  ] as const
  return (
    <>
      {fields.map(({ name, of }) => (
        <SelectField
          key={name}
          id={`filter-${name}`}
          name={name}
          label={t(name)}
          defaultValue={String(filter[name] ?? "")}
        >
          <Options of={of} />
        </SelectField>
      ))}
      <SelectField id="filter-sort" name="sort" label={t("sort")} defaultValue={filter.sort}>
        <Options
          of={[
            { value: "state", label: t("sortState") },
            { value: "due", label: t("sortDue") },
            { value: "updated", label: t("sortUpdated") },
          ]}
        />
      </SelectField>
    </>
  )
}
