import { AllOrNothing, LastImports } from "@/components/people/import-last"
import type { Asked } from "@/components/people/import-outcomes"
import { ColumnPart, Fact, Small } from "@/components/people/import-parts"
import type { StaffWordsHere } from "@/components/people/import-values"
import { Banner } from "@/components/ui/banner"
import { ButtonLink } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { Still } from "@/components/ui/still"
import type { ImportCheck } from "@/lib/people/import-check"
import type { StoredFile } from "@/lib/people/import-preview"

interface About {
  check: ImportCheck
  words: StaffWordsHere
}

/** What there is to know beside a preview. */
export function ImportColumn({
  file,
  chosenAt,
  leavers,
  asked,
  ...about
}: About & {
  file: StoredFile
  chosenAt: string
  leavers: boolean
  asked: Asked & { choose(leavers: boolean): string }
}) {
  const { check, words } = about
  return (
    <Still>
      <FileFacts {...about} name={file.name} chosenAt={chosenAt} />
      {check.problems.length === 0 && (
        <>
          <Predicted {...about} leavers={leavers} />
          <Missing {...about} leavers={leavers} choose={asked.choose} />
          <Ignored {...about} />
        </>
      )}
      <AllOrNothing t={words.t} count={check.predictions.active.before} />
      <LastImports t={words.t} />
    </Still>
  )
}

function FileFacts({
  check,
  words: { t },
  name,
  chosenAt,
}: About & { name: string; chosenAt: string }) {
  const { look, outcomes, columns, repeated, ignoredColumns } = check
  const names = (list: readonly string[]) => list.slice(0, 8).join(t("facts.between"))
  const [first = ""] = look.formulas
  const told = [
    columns.length > 0 &&
      t("facts.rows", { rows: outcomes.length + repeated.length, columns: columns.length }),
    look.encoding === "XLSX" && t("facts.workbook", { sheet: look.sheet }),
    look.encoding && look.encoding !== "XLSX" && t("facts.encoding", { encoding: look.encoding }),
    look.otherSheets.length > 0 && t("facts.otherSheets", { names: names(look.otherSheets) }),
    look.hiddenColumns.length > 0 && t("facts.hidden", { names: names(look.hiddenColumns) }),
    first !== "" && t("facts.formulas", { count: look.formulas.length, first }),
    ignoredColumns.length > 0 && t("facts.unknown", { names: names(ignoredColumns) }),
    repeated.length > 0 &&
      t("facts.repeated", {
        count: repeated.length,
        rows: names(repeated.map(({ row }) => String(row))),
      }),
    chosenAt,
  ]
  return (
    <ColumnPart title={t("facts.title")}>
      <p className="flex items-start gap-2 text-control break-all">
        <Icon name="file-spreadsheet" className="mt-0.5 text-ink-2" />
        {name}
      </p>
      {told.map((sentence) => sentence && <Small key={sentence}>{sentence}</Small>)}
    </ColumnPart>
  )
}

function Predicted({ check, words: { t }, leavers }: About & { leavers: boolean }) {
  const { predictions: will, newDepartments, missing, outcomes } = check
  const errors = outcomes.filter(({ kind }) => kind === "error").length
  const people = (count: number) => t("predictions.people", { count })
  return (
    <ColumnPart title={t(errors > 0 ? "predictions.fixed" : "predictions.title")}>
      <dl>
        <Fact name={t("predictions.active")}>{t("predictions.activeValue", will.active)}</Fact>
        <Fact name={t("predictions.departments")}>{newDepartments.length}</Fact>
        <Fact name={t("predictions.accounts")}>{people(will.newAccounts)}</Fact>
        <Fact name={t("predictions.managers")}>{people(will.newManagers)}</Fact>
        <Fact name={t("predictions.lowered")}>{people(will.lowered)}</Fact>
        <Fact name={t("predictions.waiting")}>{people(will.waiting)}</Fact>
        <Fact name={t("predictions.losing")}>{people(will.losing)}</Fact>
        <Fact name={t("predictions.missing")}>
          {leavers ? people(missing.length) : t("predictions.kept", { count: missing.length })}
        </Fact>
      </dl>
      {errors > 0 && <Small>{t("predictions.later", { count: errors })}</Small>}
      {will.newAccounts > 0 && <Small>{t("predictions.accountsNote")}</Small>}
    </ColumnPart>
  )
}

const few = 8

function Missing({
  check: { missing, predictions, ignored },
  words: { t },
  leavers,
  choose,
}: About & { leavers: boolean; choose: (leavers: boolean) => string }) {
  const [count, all] = [missing.length, predictions.active.before]
  if (count === 0) return null
  const told = { count, all, named: all - count }
  const part = isPart(told)
  const kept = missing.filter(({ staffNo }) => ignored.some((it) => it.staffNo === staffNo))
  const ending = { ...told, count: count - kept.length }
  const names = missing.slice(0, few).map(({ staffNo, name }) => `${name} ${staffNo}`)
  return (
    <ColumnPart title={t("predictions.missing")}>
      <p className="text-control text-pretty">
        {names.join(t("facts.between"))}
        {count > few && ` ${t("missing.more", { count })}`}
      </p>
      {part && leavers ? (
        <Banner className="mt-2">{t("missing.partMarked", ending)}</Banner>
      ) : (
        <Small>
          {t(part ? "missing.part" : leavers ? "missing.marked" : "missing.note", told)}
        </Small>
      )}
      {part && !leavers ? (
        <Link href={choose(true)} className="link mt-2 inline-block text-meta max-md:py-2">
          {t("missing.partMark", told)}
        </Link>
      ) : (
        <ButtonLink href={choose(!leavers)} className="mt-2">
          {leavers ? t("missing.keep") : t("missing.mark", told)}
        </ButtonLink>
      )}
    </ColumnPart>
  )
}

/** A file that leaves out more people than it names is hardly the company's whole list. */
const isPart = ({ count, named }: { count: number; named: number }) => count > named

function Ignored({ check: { ignored }, words: { t, title, value } }: About) {
  if (ignored.length === 0) return null
  return (
    <ColumnPart title={t("ignored.title")}>
      <ul>
        {ignored.slice(0, few).map(({ staffNo, name, column, reason, wanted }) => (
          <li key={`${staffNo} ${column}`} className="mb-1 text-control">
            {`${staffNo} ${name} `}
            <b className="font-semibold">
              {t("ignored.wanted", { column: title(column), value: value(column, wanted) })}
            </b>
            <Small>{t(`ignored.${reason}`)}</Small>
          </li>
        ))}
      </ul>
      {ignored.length > few && <Small>{t("ignored.more", { count: ignored.length - few })}</Small>}
    </ColumnPart>
  )
}
