import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/tasks/task-address"
import { Button } from "@/components/ui/button"
import { FilterChip } from "@/components/ui/chip"
import { Icon } from "@/components/ui/icon"
import { Options } from "@/components/ui/options"
import { Toolbar } from "@/components/ui/page-head"
import { Popover } from "@/components/ui/popover"
import { SelectField } from "@/components/ui/select"
import { priorities } from "@/db/schema/tasks"
import type { TaskFilter } from "@/lib/tasks/inputs"
import { stateOrder } from "@/lib/tasks/order"

/** Filters as chips, each with ×; the form behind 筛选 is a plain GET form. */
export async function TaskFilters({ filter }: { filter: TaskFilter }) {
  const [t, states] = await Promise.all([getTranslations("tasks"), getTranslations("states")])
  const word = (state: NonNullable<TaskFilter["state"]>) =>
    state === "open" || state === "overdue" ? t(`filter.${state}`) : states(state)
  const set = [
    filter.state && { name: "state" as const, field: t("filter.state"), value: word(filter.state) },
    filter.priority && {
      name: "priority" as const,
      field: t("filter.priority"),
      value: states(filter.priority),
    },
    filter.due && {
      name: "due" as const,
      field: t("filter.due"),
      value: t(`filter.${filter.due}`),
    },
  ].filter((chip) => chip !== undefined)
  return (
    <Toolbar>
      {set.map(({ name, field, value }) => (
        <FilterChip
          key={name}
          field={field}
          value={value}
          without={addressOf({ ...filter, [name]: undefined, after: undefined })}
          removeLabel={t("filter.remove", { field })}
        />
      ))}
      <button
        type="button"
        popoverTarget="task-filter"
        className="inline-flex h-6.5 items-center gap-1 rounded-chip border border-dashed border-ink-4 px-2 text-control text-ink-2 hover:bg-hover hover:text-ink max-md:h-9"
      >
        <Icon name="list-filter" size={14} />
        {t("filter.add")}
      </button>
      <FilterForm filter={filter} word={word} />
    </Toolbar>
  )
}

async function FilterForm({
  filter,
  word,
}: {
  filter: TaskFilter
  word: (state: NonNullable<TaskFilter["state"]>) => string
}) {
  const [t, states] = await Promise.all([getTranslations("tasks"), getTranslations("states")])
  const any = { value: "", label: "—" }
  return (
    <Popover id="task-filter" label={t("filter.add")} place="top-36 left-4 md:left-60">
      <form action="/tasks" className="grid w-56 gap-3 p-2">
        <input type="hidden" name="view" value={filter.view} />
        {filter.department && <input type="hidden" name="department" value={filter.department} />}
        <SelectField
          id="filter-state"
          name="state"
          label={t("filter.state")}
          defaultValue={filter.state ?? ""}
        >
          <Options
            of={[
              any,
              ...(["open", "overdue", ...stateOrder] as const).map((value) => ({
                value,
                label: word(value),
              })),
            ]}
          />
        </SelectField>
        <SelectField
          id="filter-priority"
          name="priority"
          label={t("filter.priority")}
          defaultValue={filter.priority ?? ""}
        >
          <Options of={[any, ...priorities.map((value) => ({ value, label: states(value) }))]} />
        </SelectField>
        <SelectField
          id="filter-due"
          name="due"
          label={t("filter.due")}
          defaultValue={filter.due ?? ""}
        >
          <Options
            of={[
              any,
              ...(["today", "week"] as const).map((value) => ({
                value,
                label: t(`filter.${value}`),
              })),
            ]}
          />
        </SelectField>
        <SelectField
          id="filter-sort"
          name="sort"
          label={t("filter.sort")}
          defaultValue={filter.sort}
        >
          <Options
            of={[
              { value: "state", label: t("filter.sortState") },
              { value: "due", label: t("filter.sortDue") },
              { value: "updated", label: t("filter.sortUpdated") },
            ]}
          />
        </SelectField>
        <Button type="submit" tone="primary" size="m">
          {t("filter.apply")}
        </Button>
      </form>
    </Popover>
  )
}
