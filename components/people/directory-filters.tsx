import { getTranslations } from "next-intl/server"
import { directoryAddress } from "@/components/people/directory-address"
import { Button } from "@/components/ui/button"
import { FilterChip } from "@/components/ui/chip"
import { Icon } from "@/components/ui/icon"
import { InputField } from "@/components/ui/input"
import { Toolbar } from "@/components/ui/page-head"
import { Popover } from "@/components/ui/popover"
import type { DirectoryFilter } from "@/lib/people/directory-filter"

/** Filters as chips, each with ×; the form behind 筛选 is a plain GET form. */
export async function DirectoryFilters({ filter }: { filter: DirectoryFilter }) {
  const t = await getTranslations("people.directory")
  const set = [
    filter.q && { name: "q" as const, field: t("found"), value: filter.q },
    filter.post && { name: "post" as const, field: t("post"), value: filter.post },
  ].filter((chip) => chip !== undefined && chip !== "")
  return (
    <Toolbar>
      {set.map(({ name, field, value }) => (
        <FilterChip
          key={name}
          field={field}
          value={value}
          without={directoryAddress({ ...filter, [name]: undefined, after: undefined })}
          removeLabel={t("remove", { field })}
        />
      ))}
      <button
        type="button"
        popoverTarget="people-filter"
        className="inline-flex h-6.5 items-center gap-1 rounded-chip border border-dashed border-ink-4 px-2 text-control text-ink-2 hover:bg-hover hover:text-ink max-md:h-9"
      >
        <Icon name="list-filter" size={14} />
        {t("filter")}
      </button>
      <Popover id="people-filter" label={t("filter")} place="top-36 left-4 md:left-124">
        <form action="/people" className="grid w-56 gap-3 p-2">
          {filter.view !== "active" && <input type="hidden" name="view" value={filter.view} />}
          {filter.department && <input type="hidden" name="department" value={filter.department} />}
          {filter.q && <input type="hidden" name="q" value={filter.q} />}
          <InputField
            id="filter-post"
            name="post"
            label={t("post")}
            defaultValue={filter.post ?? ""}
            maxLength={60}
            autoComplete="off"
          />
          <Button type="submit" tone="primary" size="m">
            {t("apply")}
          </Button>
        </form>
      </Popover>
    </Toolbar>
  )
}
