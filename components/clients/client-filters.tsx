import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/clients/client-address"
import { FilterBar } from "@/components/ui/filter-bar"
import { InputField } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { SelectField } from "@/components/ui/select"
import { db } from "@/db/engine"
import { clientStages } from "@/db/schema/clients"
import type { ClientFilter } from "@/lib/clients/inputs"
import { departmentPath, organisation } from "@/lib/platform/organisation"

/** What the list is narrowed to, as chips; the rest behind 筛选. */
export async function ClientFilters({ filter }: { filter: ClientFilter }) {
  const [t, org] = await Promise.all([getTranslations("clients"), organisation(db())])
  const { view, stage, department, tag } = filter
  const found = [
    { key: "stage", field: t("field.stage"), value: stage && t(`stage.${stage}`) },
    {
      key: "department",
      field: t("field.department"),
      value: department && org.departments.get(department)?.name,
    },
    { key: "tag", field: t("field.tags"), value: tag },
  ]
  return (
    <FilterBar
      id="client-filter"
      action="/clients"
      words={{ add: t("list.filter.add"), apply: t("list.filter.apply") }}
      kept={{ view: view === "all" ? undefined : view }}
      set={found.flatMap(({ key, field, value }) =>
        value
          ? {
              ...{ key, field, value },
              without: addressOf({ ...filter, [key]: undefined, after: undefined }),
              removeLabel: t("list.filter.remove", { field }),
            }
          : [],
      )}
    >
      <FilterFields filter={filter} />
    </FilterBar>
  )
}

async function FilterFields({ filter }: { filter: ClientFilter }) {
  const [t, org] = await Promise.all([getTranslations("clients"), organisation(db())])
  const any = { value: "", label: "—" }
  const departments = [...org.departments.values()].flatMap(({ id, closed }) =>
    closed ? [] : { value: id, label: departmentPath(org, id) },
  )
  return (
    <>
      <SelectField
        id="filter-stage"
        name="stage"
        label={t("field.stage")}
        defaultValue={filter.stage ?? ""}
      >
        <Options
          of={[any, ...clientStages.map((value) => ({ value, label: t(`stage.${value}`) }))]}
        />
      </SelectField>
      <SelectField
        id="filter-department"
        name="department"
        label={t("field.department")}
        defaultValue={String(filter.department ?? "")}
      >
        <Options of={[any, ...departments]} />
      </SelectField>
      <InputField
        id="filter-tag"
        name="tag"
        label={t("field.tags")}
        hint={t("list.tagHint")}
        maxLength={40}
        defaultValue={filter.tag ?? ""}
      />
      <SelectField
        id="filter-sort"
        name="sort"
        label={t("list.filter.sort")}
        defaultValue={filter.sort}
      >
        <Options
          of={[
            { value: "next", label: t("list.filter.sortNext") },
            { value: "last", label: t("list.filter.sortLast") },
            { value: "updated", label: t("list.filter.sortUpdated") },
          ]}
        />
      </SelectField>
    </>
  )
}
