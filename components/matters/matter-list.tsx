import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/matters/matter-address"
import { MatterRow, type RowWords, registerColumns } from "@/components/matters/matter-row"
import { PartMark } from "@/components/matters/part-mark"
import { stateLook } from "@/components/shell/state-look"
import { ButtonLink } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"
import { KeyFooter } from "@/components/ui/key-footer"
import { Group } from "@/components/ui/list"
import { ListKeys } from "@/components/ui/list-keys"
import { ListPages } from "@/components/ui/list-pages"
import { Still } from "@/components/ui/still"
import { when } from "@/lib/calendar/when"
import type { MatterFilter } from "@/lib/matters/inputs"
import { stateOrder } from "@/lib/matters/order"
import { canCreate } from "@/lib/matters/policy"
import type { MatterListRow } from "@/lib/matters/queries"
import type { PersonActor } from "@/lib/platform/actor"

interface Page {
  rows: MatterListRow[]
  next: string | null
}

/** One page of the register: grouped by state, or in one run when it is sorted by something else. */
export async function MatterList({
  actor,
  filter,
  page,
}: {
  actor: PersonActor
  filter: MatterFilter
  page: Page
}) {
  const [t, words] = await Promise.all([getTranslations("matters"), rowWords()])
  if (page.rows.length === 0) return <NoMatters filter={filter} mayCreate={canCreate(actor)} />
  return (
    <>
      <Still className="min-h-0 flex-1 overflow-y-auto pb-6 md:overflow-y-auto">
        <Columns />
        {filter.sort === "state" ? (
          stateOrder.map((state) => (
            <StateGroup
              key={state}
              state={state}
              matters={page.rows.filter((matter) => matter.state === state)}
              words={words}
              more={page.next !== null && page.rows.at(-1)?.state === state}
            />
          ))
        ) : (
          <div className="border-t border-line">
            {page.rows.map((matter) => (
              <MatterRow key={matter.id} matter={matter} words={words} />
            ))}
          </div>
        )}
        <ListPages
          after={filter.after}
          next={page.next}
          to={(after) => addressOf({ ...filter, after })}
          more={t("more")}
        />
      </Still>
      <ListKeys group={t("keys.list")} down={t("keys.down")} up={t("keys.up")} />
      <KeyFooter
        keys={[
          { keys: ["J", "K"], word: t("keys.move") },
          { keys: ["↵"], word: t("keys.open") },
          { keys: ["?"], word: t("keys.all") },
        ]}
      >
        <Legend />
      </KeyFooter>
    </>
  )
}

async function rowWords(): Promise<RowWords> {
  const [t, states, times] = await Promise.all([
    getTranslations("matters"),
    getTranslations("states"),
    when(),
  ])
  return {
    urgency: states,
    date: times.date,
    overdue: (at) => {
      const days = -times.daysAway(at)
      return days > 0 ? t("page.overdueFor", { days }) : t("page.overdueToday")
    },
    goal: (text) => t("goal", { text }),
    remark: (text) => t("remark", { text }),
    needs: (text) => t("needs", { text }),
    marks: {
      confirmed: t("legend.confirmed"),
      toConfirm: t("legend.toConfirm"),
      heldUp: t("legend.heldUp"),
    },
    tasks: t("field.tasks"),
  }
}

async function Columns() {
  const t = await getTranslations("matters.field")
  return (
    <div
      className={`${registerColumns} grid h-7 items-center gap-x-3 px-gutter text-meta whitespace-nowrap text-ink-3 max-md:hidden`}
    >
      <span>{t("number")}</span>
      <span>{t("description")}</span>
      <span>{t("departments")}</span>
      <span>{t("urgency")}</span>
      <span>{t("owner")}</span>
      <span className="justify-self-end">{t("due")}</span>
      <span className="justify-self-end">{t("tasks")}</span>
    </div>
  )
}

async function StateGroup({
  state,
  matters,
  words,
  more,
}: {
  state: (typeof stateOrder)[number]
  matters: MatterListRow[]
  words: RowWords
  more: boolean
}) {
  const t = await getTranslations("states")
  if (matters.length === 0) return null
  const { icon, tone } = stateLook[state]
  return (
    <Group
      icon={icon}
      tone={tone}
      title={t(state)}
      count={more ? `${matters.length}+` : matters.length}
    >
      {matters.map((matter) => (
        <MatterRow key={matter.id} matter={matter} words={words} />
      ))}
    </Group>
  )
}

async function Legend() {
  const t = await getTranslations("matters.legend")
  return (
    <span className="flex items-center gap-4">
      {(["confirmed", "toConfirm", "heldUp"] as const).map((mark) => (
        <PartMark key={mark} mark={mark} name={t(mark)} />
      ))}
    </span>
  )
}

async function NoMatters({ filter, mayCreate }: { filter: MatterFilter; mayCreate: boolean }) {
  const t = await getTranslations("matters")
  const { state, urgency, due, department, after } = filter
  if (state || urgency || due || department || after)
    return <Empty title={t("emptyFiltered")}>{t("emptyFilteredHint")}</Empty>
  return (
    <Empty
      title={t("empty")}
      action={
        mayCreate && (
          <ButtonLink href="/matters/new" icon="plus">
            {t("new")}
          </ButtonLink>
        )
      }
    >
      {t("emptyHint")}
    </Empty>
  )
}
