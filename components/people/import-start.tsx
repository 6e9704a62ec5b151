import { ImportFile } from "@/components/people/import-file"
import { ImportFrame } from "@/components/people/import-frame"
import { AllOrNothing, LastImports } from "@/components/people/import-last"
import type { StaffWordsHere } from "@/components/people/import-values"
import { fileWords } from "@/components/people/import-words"
import { buttonClass } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { Icon } from "@/components/ui/icon"
import { Still } from "@/components/ui/still"
import { requiredStaffColumns, type StaffColumn, staffColumns } from "@/lib/people/staff-columns"

const required: ReadonlySet<StaffColumn> = new Set<StaffColumn>(requiredStaffColumns)

/** Before a file is chosen: what it has to hold, and where to get one. */
export function ImportStart({
  words,
  people,
  trouble,
}: {
  words: StaffWordsHere
  people: number
  /** Why a file that was sent isn't shown. */
  trouble?: string
}) {
  const { t, title } = words
  const optional = staffColumns.filter((column) => !required.has(column))
  return (
    <ImportFrame
      title={t("title")}
      actions={
        <>
          {/* Not a soft link: it is a file. */}
          <a href="/admin/import/files/template.xlsx" className={buttonClass({})}>
            <Icon name="download" />
            {t("template")}
          </a>
          <ImportFile words={fileWords(t, "choose")} primary />
        </>
      }
      column={
        <Still>
          <AllOrNothing t={t} count={people} />
          <LastImports t={t} />
        </Still>
      }
    >
      <div className="max-w-180 px-gutter pt-5 pb-8">
        {trouble && <FormError>{trouble}</FormError>}
        <h2 className="mt-2 text-title">{t("start.title")}</h2>
        <p className="mt-1.5 text-prose text-pretty text-ink-2">{t("start.text")}</p>
        <dl className="mt-5 grid gap-x-6 gap-y-2 text-control md:grid-cols-[112px_1fr]">
          <dt className="text-ink-3">{t("start.required")}</dt>
          <dd className="font-semibold">
            {requiredStaffColumns.map(title).join(t("facts.between"))}
          </dd>
          <dt className="text-ink-3">{t("start.optional")}</dt>
          <dd>{optional.map(title).join(t("facts.between"))}</dd>
        </dl>
        <p className="mt-4 text-meta text-ink-3">{t("start.limit")}</p>
      </div>
    </ImportFrame>
  )
}
