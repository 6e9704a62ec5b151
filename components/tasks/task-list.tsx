import { getTranslations } from "next-intl/server"
import { BulkBar } from "@/components/tasks/bulk-bar"
import { editData } from "@/components/tasks/edit-data"
import { InlineEdit } from "@/components/tasks/inline-edit"
import { Columns } from "@/components/tasks/list-columns"
import { ListGroups } from "@/components/tasks/list-groups"
import { pickWords } from "@/components/tasks/pick-words"
import { rowWords } from "@/components/tasks/row-words"
import { addressOf } from "@/components/tasks/task-address"
import { askSupportWords } from "@/components/tasks/task-support"
import { ButtonLink } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"
import { KeyFooter } from "@/components/ui/key-footer"
import { ListKeys } from "@/components/ui/list-keys"
import { ListPages } from "@/components/ui/list-pages"
import { Still } from "@/components/ui/still"
import { priorities } from "@/db/schema/tasks"
import { bounds } from "@/lib/calendar/bounds"
import type { PersonActor } from "@/lib/platform/actor"
import type { TaskFilter } from "@/lib/tasks/inputs"
import { plain } from "@/lib/tasks/listed"
import { stateOrder } from "@/lib/tasks/order"
import { canCreate } from "@/lib/tasks/policy"
import { listTasks } from "@/lib/tasks/queries"

/** One page of a view: grouped by state, or in one run when it is sorted by something else. */
export async function TaskList({ actor, filter }: { actor: PersonActor; filter: TaskFilter }) {
  const [t, page, words] = await Promise.all([
    getTranslations("tasks"),
    listTasks(actor, plain(filter), await bounds()),
    rowWords(),
  ])
  if (page.rows.length === 0) return <NoTasks filter={filter} mayCreate={canCreate(actor)} />
  const behind = page.rows.filter(
    (task) => task.state === "doing" && (!task.progressAt || task.progressAt < words.startOfToday),
  )
  return (
    <div className="group/choosing flex min-h-0 flex-1 flex-col [counter-reset:chosen] [&_[data-choose]:checked]:[counter-increment:chosen]">
      <Still className="@container min-h-0 flex-1 overflow-y-auto pb-6 md:overflow-y-auto">
        <div data-print="no">
          <Columns />
        </div>
        <ListGroups filter={filter} rows={page.rows} words={words} more={page.next !== null} />
        <ListPages
          after={filter.after}
          next={page.next}
          to={(after) => addressOf({ ...filter, after })}
          more={t("more")}
        />
      </Still>
      <Chosen />
      <InlineEdit data={await editData()} group={t("keys.list")} />
      <ListKeys
        group={t("keys.list")}
        down={t("keys.down")}
        up={t("keys.up")}
        choose={t("bulk.key")}
      />
      <KeyFooter
        keys={[
          { keys: ["J", "K"], word: t("keys.move") },
          { keys: ["↵"], word: t("keys.open") },
          { keys: ["S", "P", "A", "D"], word: t("keys.change") },
          { keys: ["X"], word: t("bulk.chosen") },
          ...(canCreate(actor) ? [{ keys: ["C"], word: t("keys.new") }] : []),
          { keys: ["?"], word: t("keys.all") },
        ]}
      >
        {behind.length > 0 && filter.view === "mine"
          ? t("notUpdatedCount", { count: behind.length })
          : null}
      </KeyFooter>
    </div>
  )
}

async function Chosen() {
  const [t, states, support, pick] = await Promise.all([
    getTranslations("tasks.bulk"),
    getTranslations("states"),
    askSupportWords(),
    pickWords(),
  ])
  return (
    <BulkBar
      pick={pick}
      states={stateOrder.map((value) => ({ value, label: states(value) }))}
      priorities={priorities.map((value) => ({ value, label: states(value) }))}
      words={{
        label: t("label"),
        chosen: t("chosen"),
        clear: t("clear"),
        apply: t("apply"),
        state: t("state"),
        priority: t("priority"),
        owner: t("owner"),
        due: t("due"),
        tag: t("tag"),
        reason: t("reason"),
        support: support.need,
        supportHint: support.hint,
        changed: t.raw("changed"),
        left: t.raw("left"),
        undo: t("undo"),
        undone: t("undone"),
      }}
    />
  )
}

async function NoTasks({ filter, mayCreate }: { filter: TaskFilter; mayCreate: boolean }) {
  const t = await getTranslations("tasks")
  const filtered = Boolean(filter.state || filter.priority || filter.due || filter.after)
  if (filtered) return <Empty title={t("emptyFiltered")}>{t("emptyFilteredHint")}</Empty>
  return (
    <Empty
      title={t("empty")}
      action={
        mayCreate && (
          <ButtonLink href="/tasks/new" icon="plus">
            {t("new")}
          </ButtonLink>
        )
      }
    >
      {t("emptyHint")}
    </Empty>
  )
}
