import { getTranslations } from "next-intl/server"
import { ExportMenu } from "@/components/tasks/export-menu"
import { addressOf } from "@/components/tasks/task-address"
import { FilterBar } from "@/components/ui/filter-bar"
import { Options } from "@/components/ui/options"
import { SegmentedLinks } from "@/components/ui/segmented"
import { SelectField } from "@/components/ui/select"
import { db } from "@/db/engine"
import { priorities } from "@/db/schema/tasks"
import { when } from "@/lib/calendar/when"
import { instantOf } from "@/lib/calendar/zones"
import { namesOf } from "@/lib/people/finding"
import { isDay } from "@/lib/tasks/due-span"
import type { TaskFilter } from "@/lib/tasks/inputs"
import { stateOrder } from "@/lib/tasks/order"

export async function TaskFilters({ filter }: { filter: TaskFilter }) {
  const [t, states] = await Promise.all([getTranslations("tasks"), getTranslations("states")])
  const word = (state: NonNullable<TaskFilter["state"]>) =>
    state === "open" || state === "overdue" ? t(`filter.${state}`) : states(state)
  const { view, department, group, owner, state, priority, due } = filter
  const names = await namesOf(db(), owner ? [owner] : [])
  const found = [
    { key: "owner", field: t("field.owner"), value: owner && names.get(owner) },
    { key: "state", field: t("filter.state"), value: state && word(state) },
    { key: "priority", field: t("filter.priority"), value: priority && states(priority) },
    { key: "due", field: t("filter.due"), value: due && (await dueWord(due)) },
  ]
  return (
    <FilterBar
      id="task-filter"
      action="/tasks"
      words={{ add: t("filter.add"), apply: t("filter.apply") }}
      kept={{ view, department, group, owner, as: filter.as === "list" ? undefined : filter.as }}
      aside={
        <>
          <ViewChoice filter={filter} />
          <ExportMenu filter={filter} />
        </>
      }
      set={found.flatMap(({ key, field, value }) =>
        value
          ? {
              key,
              field,
              value,
              without: addressOf({ ...filter, [key]: undefined, after: undefined }),
              removeLabel: t("filter.remove", { field }),
            }
          : [],
      )}
    >
      <TaskFilterFields filter={filter} word={word} />
    </FilterBar>
  )
}

/** 今天, 本周, or one day. */
async function dueWord(due: NonNullable<TaskFilter["due"]>): Promise<string> {
  const [t, times] = await Promise.all([getTranslations("tasks.filter"), when()])
  return due === "today" || due === "week"
    ? t(due)
    : times.date(instantOf(times.timeZone, due, "12:00"))
}

async function TaskFilterFields({
  filter,
  word,
}: {
  filter: TaskFilter
  word: (state: NonNullable<TaskFilter["state"]>) => string
}) {
  const [t, states] = await Promise.all([getTranslations("tasks"), getTranslations("states")])
  const any = { value: "", label: "—" }
  return (
    <>
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
            ...(isDay(filter.due) ? [{ value: filter.due, label: await dueWord(filter.due) }] : []),
            ...(["today", "week"] as const).map((value) => ({
              value,
              label: t(`filter.${value}`),
            })),
          ]}
        />
      </SelectField>
      <SelectField
        id="filter-by"
        name="by"
        label={t("by.label")}
        defaultValue={filter.by ?? "state"}
      >
        <Options
          of={(["state", "owner", "home", "due"] as const).map((value) => ({
            value,
            label: t(`by.${value}`),
          }))}
        />
      </SelectField>
      <SelectField id="filter-sort" name="sort" label={t("filter.sort")} defaultValue={filter.sort}>
        <Options
          of={[
            { value: "state", label: t("filter.sortState") },
            { value: "due", label: t("filter.sortDue") },
            { value: "updated", label: t("filter.sortUpdated") },
          ]}
        />
      </SelectField>
    </>
  )
}

/** 列表 or 看板: the same tasks, looked at otherwise. */
async function ViewChoice({ filter }: { filter: TaskFilter }) {
  const t = await getTranslations("tasks.as")
  const way = (as: TaskFilter["as"]) => addressOf({ ...filter, as, after: undefined })
  return (
    <SegmentedLinks
      label={t("label")}
      current={filter.as}
      options={[
        { value: "list", label: t("list"), icon: "list", href: way("list") },
        { value: "board", label: t("board"), icon: "kanban", href: way("board") },
        { value: "timeline", label: t("timeline"), icon: "chart-gantt", href: way("timeline") },
        { value: "calendar", label: t("calendar"), icon: "calendar", href: way("calendar") },
      ]}
    />
  )
}
