import { ImportFrame } from "@/components/people/import-frame"
import { LastImports } from "@/components/people/import-last"
import { ColumnPart, Fact, Small } from "@/components/people/import-parts"
import { UndoImport } from "@/components/people/import-undo"
import type { StaffWordsHere } from "@/components/people/import-values"
import { ButtonLink } from "@/components/ui/button"
import { Link } from "@/components/ui/link"
import { html, inside, type Markup } from "@/components/ui/markup"
import { Still } from "@/components/ui/still"
import type { When } from "@/lib/calendar/when"
import type { ImportPage } from "@/lib/people/import-queries"
import { staffColumns } from "@/lib/people/staff-columns"

/** An import that was carried out: what changed for whom, and taking it back. */
export function ImportDone({
  page,
  words,
  moment,
}: {
  page: ImportPage
  words: StaffWordsHere
  moment: When["moment"]
}) {
  const { t } = words
  const { done, by, undoneBy, changes, next } = page
  const who = { name: by ?? t("last.system"), at: moment(done.at) }
  return (
    <ImportFrame
      title={t("done.title")}
      note={t("done.by", who)}
      actions={<ButtonLink href="/admin/import">{t("title")}</ButtonLink>}
      column={<Column page={page} words={words} />}
    >
      <div className="border-b border-line px-gutter pt-5 pb-4">
        <h2 className="text-title">
          {t("done.lead", { added: done.added, changed: done.changed })}
        </h2>
        {done.ended > 0 && (
          <p className="mt-1 text-prose text-ink-2">{t("done.ended", { count: done.ended })}</p>
        )}
        {done.added > 0 && !done.undoneAt && (
          <p className="mt-1 text-prose text-pretty text-ink-2">{t("done.signIn")}</p>
        )}
        {done.undoneAt && (
          <p className="mt-1 text-prose text-pretty text-ink-2">
            {t("done.undoneBy", {
              name: undoneBy ?? t("last.system"),
              at: moment(done.undoneAt),
            })}
          </p>
        )}
      </div>
      <Still className="pb-16">
        <ul
          aria-label={t("done.changes")}
          {...inside(html`${changes.flatMap((change) => changeLines(change, words))}`)}
        />
        {next !== null && (
          <p className="px-gutter py-3 text-control">
            <Link href={`/admin/import/${done.id}?after=${next}`} className="link">
              {t("done.more")}
            </Link>
          </p>
        )}
      </Still>
    </ImportFrame>
  )
}

function changeLines(
  { personId, staffNo, name, before, after }: ImportPage["changes"][number],
  { t, title, value }: StaffWordsHere,
): Markup[] {
  const who = (first: boolean) =>
    html`<span>${first ? staffNo : ""}</span><span class='who'>${first && html`<a class='link' href='/people/${personId}'>${name}</a>`}</span>`
  if (!before)
    return [
      html`<li class='outcome-row done-row'>${who(true)}<b>${t("done.addedPerson")}</b><span class='change'>${[after.department, after.post].filter(Boolean).join(" · ")}</span></li>`,
    ]
  const changed = staffColumns.filter((column) => column in after)
  return changed.map(
    (column, nth) =>
      html`<li class='outcome-row done-row'>${who(nth === 0)}<b>${title(column)}</b><span class='change'><span>${value(column, String(before[column] ?? ""))}</span> <i aria-label='${t("outcome.to")}'>→</i> <b>${value(column, String(after[column] ?? ""))}</b></span></li>`,
  )
}

function Column({
  page: { done, obstacles },
  words: { t },
}: {
  page: ImportPage
  words: StaffWordsHere
}) {
  return (
    <>
      <ColumnPart title={t("done.facts")}>
        <dl>
          <Fact name={t("done.file")}>
            <span className="break-all">{done.fileName}</span>
          </Fact>
          <Fact name={t("outcome.new")}>{done.added}</Fact>
          <Fact name={t("outcome.changed")}>{done.changed}</Fact>
          <Fact name={t("done.unchanged")}>{done.unchanged}</Fact>
          <Fact name={t("done.departments")}>{done.departments?.length ?? 0}</Fact>
        </dl>
      </ColumnPart>
      {!done.undoneAt && (
        <ColumnPart title={t(obstacles.length > 0 ? "done.cannotUndo" : "done.undo")}>
          {obstacles.map(({ code, names, count }) => (
            <p key={code} className="mb-1.5 text-control text-pretty">
              {t(`obstacle.${code}`, { names: names.join(t("facts.between")), count })}
            </p>
          ))}
          {obstacles.length === 0 && (
            <>
              <Small>{t("done.undoText")}</Small>
              <UndoImport id={done.id} label={t("done.undo")} />
            </>
          )}
        </ColumnPart>
      )}
      <div className="mt-5 border-t border-line pt-4">
        <Still>
          <LastImports t={t} />
        </Still>
      </div>
    </>
  )
}
