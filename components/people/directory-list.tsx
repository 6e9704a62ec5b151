import { getTranslations } from "next-intl/server"
import { directoryAddress } from "@/components/people/directory-address"
import { personRow, type RowWords, rowWords } from "@/components/people/person-row"
import { ButtonLink } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"
import { Group } from "@/components/ui/list"
import { inside } from "@/components/ui/markup"
import { Still } from "@/components/ui/still"
import type { DirectoryRow } from "@/lib/people/directory"
import type { DirectoryPage } from "@/lib/people/directory-page"
import type { PersonActor } from "@/lib/platform/actor"
import { ancestry } from "@/lib/platform/organisation"

/** One page of people, department by department. */
export async function DirectoryList({
  actor,
  shown,
}: {
  actor: PersonActor
  shown: DirectoryPage
}) {
  const { page, filter } = shown
  const showsLevels = page.rows.some(({ id, level }) => level !== null && id !== actor.personId)
  const [t, words] = await Promise.all([
    getTranslations("people.directory"),
    rowWords(shown.today, showsLevels),
  ])
  const parts = [...Map.groupBy(page.rows, (row) => row.departmentId)]
  if (parts.length === 0)
    return (
      <div className="min-h-0 flex-1">
        <Empty title={filter.q ? t("noneFound", { query: filter.q }) : t("none")}>
          {filter.q ? t("noneFoundHint") : t("noneHint")}
        </Empty>
      </div>
    )
  return (
    <Still className="people-list min-h-0 flex-1 pb-6 md:overflow-y-auto">
      <div className="people-columns grid h-7 items-center px-gutter text-meta text-ink-3 max-md:hidden">
        <span />
        <span>{t("name")}</span>
        <span>{t("post")}</span>
        <span>{words.levels ? t("level") : t("email")}</span>
        <span className="justify-self-end">{t("today")}</span>
      </div>
      {parts.map(([id, rows]) =>
        id === filter.department ? (
          <div key={id} className="border-t border-line">
            <Rows rows={rows} words={words} />
          </div>
        ) : (
          <Group key={id} title={pathFrom(shown, id)} count={page.sizes.get(id) ?? rows.length}>
            <Rows rows={rows} words={words} />
          </Group>
        ),
      )}
      {(page.next || filter.after) && (
        <div className="flex gap-2 px-gutter pt-4">
          {filter.after && (
            <ButtonLink href={directoryAddress({ ...filter, after: undefined })}>
              {t("first")}
            </ButtonLink>
          )}
          {page.next && (
            <ButtonLink href={directoryAddress({ ...filter, after: page.next })}>
              {t("more")}
            </ButtonLink>
          )}
        </div>
      )}
    </Still>
  )
}

const Rows = ({ rows, words }: { rows: DirectoryRow[]; words: RowWords }) =>
  rows.map((row) => (
    <div
      key={row.id}
      className="person-row people-columns"
      data-row
      data-key={`person:${row.id}`}
      {...inside(personRow(row, words))}
    />
  ))

/** 后端组 inside 研发部; 研发部 / 后端组 in the list of the whole company. */
function pathFrom({ org, filter }: DirectoryPage, id: number): string {
  const up = ancestry(org, id)
  const end = filter.department ? up.indexOf(filter.department) : up.length
  return up
    .slice(0, end)
    .reverse()
    .map((each) => org.departments.get(each)?.name ?? "")
    .join(" / ")
}
