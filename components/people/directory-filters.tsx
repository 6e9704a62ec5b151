import { getTranslations } from "next-intl/server"
import { directoryAddress } from "@/components/people/directory-address"
import { FilterBar } from "@/components/ui/filter-bar"
import { InputField } from "@/components/ui/input"
import type { DirectoryFilter } from "@/lib/people/directory-filter"

export async function DirectoryFilters({ filter }: { filter: DirectoryFilter }) {
  const t = await getTranslations("people.directory")
  const { view, department, q, post } = filter
  const found = [
    { key: "q", field: t("found"), value: q },
    { key: "post", field: t("post"), value: post },
  ]
  return (
    <FilterBar
      id="people-filter"
      action="/people"
      words={{ add: t("filter"), apply: t("apply") }}
      kept={{ view: view === "active" ? undefined : view, department, q: q || undefined }}
      set={found.flatMap(({ key, field, value }) =>
        value
          ? {
              key,
              field,
              value,
              without: directoryAddress({ ...filter, [key]: undefined, after: undefined }),
              removeLabel: t("remove", { field }),
            }
          : [],
      )}
    >
      <InputField
        id="filter-post"
        name="post"
        label={t("post")}
        defaultValue={post ?? ""}
        maxLength={60}
        autoComplete="off"
      />
    </FilterBar>
  )
}
