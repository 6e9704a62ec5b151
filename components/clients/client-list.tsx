import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/clients/client-address"
import { groupOf, groupOrder } from "@/components/clients/client-groups"
import { ClientRow, clientColumns, type RowWords } from "@/components/clients/client-row"
import { NoClients } from "@/components/clients/no-clients"
import { KeyFooter } from "@/components/ui/key-footer"
import { Group } from "@/components/ui/list"
import { ListKeys } from "@/components/ui/list-keys"
import { ListPages } from "@/components/ui/list-pages"
import { Still } from "@/components/ui/still"
import { when } from "@/lib/calendar/when"
import type { ClientFilter } from "@/lib/clients/inputs"
import { canCreate } from "@/lib/clients/policy"
import type { ClientListRow } from "@/lib/clients/queries"
import type { PersonActor } from "@/lib/platform/actor"

interface Page {
  rows: ClientListRow[]
  next: string | null
}

/** One page: grouped by when one speaks next, or in one run when it is sorted by something else. */
export async function ClientList({
  actor,
  filter,
  page,
}: {
  actor: PersonActor
  filter: ClientFilter
  page: Page
}) {
  const [t, words] = await Promise.all([getTranslations("clients.list"), rowWords()])
  if (page.rows.length === 0) return <NoClients filter={filter} mayCreate={canCreate(actor)} />
  return (
    <>
      <Still className="min-h-0 flex-1 overflow-y-auto pb-6 md:overflow-y-auto">
        <Columns />
        {filter.sort === "next" && filter.view !== "archived" ? (
          <Groups page={page} words={words} />
        ) : (
          <div className="border-t border-line">
            {page.rows.map((client) => (
              <ClientRow key={client.id} client={client} words={words} />
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
      />
    </>
  )
}

async function rowWords(): Promise<RowWords> {
  const [t, times] = await Promise.all([getTranslations("clients"), when()])
  return {
    stage: (stage) => t(`stage.${stage}`),
    date: times.date,
    away: times.daysAway,
    overdue: (days) => t("overdueFor", { days }),
    today: t("today"),
    last: t("field.last"),
  }
}

async function Columns() {
  const t = await getTranslations("clients.field")
  return (
    <div
      className={`${clientColumns} grid h-7 items-center gap-x-3 px-gutter text-meta whitespace-nowrap text-ink-3 max-md:hidden`}
    >
      <span>{t("name")}</span>
      <span>{t("stage")}</span>
      <span>{t("contact")}</span>
      <span>{t("owner")}</span>
      <span>{t("last")}</span>
      <span className="justify-self-end">{t("next")}</span>
    </div>
  )
}

async function Groups({ page, words }: { page: Page; words: RowWords }) {
  const [t, times] = await Promise.all([getTranslations("clients.list.group"), when()])
  const groups = Map.groupBy(page.rows, (client) => groupOf(client, times))
  const last = page.rows.at(-1)
  return groupOrder.map((name) => {
    const rows = groups.get(name)
    if (!rows) return null
    const more = page.next !== null && last && groupOf(last, times) === name
    return (
      <Group
        key={name}
        {...(name === "late" && { icon: "state-late" as const, tone: "cinnabar" as const })}
        title={t(name)}
        count={more ? `${rows.length}+` : rows.length}
      >
        {rows.map((client) => (
          <ClientRow key={client.id} client={client} words={words} />
        ))}
      </Group>
    )
  })
}
