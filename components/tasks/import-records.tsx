import { randomUUID } from "node:crypto"
import { notFound } from "next/navigation"
import { getLocale, getTranslations } from "next-intl/server"
import { ImportFile } from "@/components/people/import-file"
import { ConfirmImport, type Imported } from "@/components/tasks/confirm-import"
import { ImportPreview } from "@/components/tasks/import-preview"
import { buttonClass } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import type { Locale } from "@/lib/platform/actor"
import type { RecordCheck } from "@/lib/platform/record-import"

/** A file of records: chosen, looked at, and only then written. */
export async function ImportRecords({
  kind,
  may,
  asked,
  checkFile,
  header,
}: {
  kind: Imported
  /** Whether its reader may import at all. */
  may: boolean
  /** The address: the file's number, or that one was refused. */
  asked: { file?: unknown; refused?: unknown }
  checkFile: (file: number) => Promise<RecordCheck<unknown> | null>
  /** The columns of the template. */
  header: (locale: Locale) => readonly string[]
}) {
  if (!may) notFound()
  const file = /^\d{1,12}$/.test(String(asked.file)) ? Number(asked.file) : 0
  const [t, home, columns, check] = await Promise.all([
    getTranslations("tasks.import"),
    getTranslations(kind),
    getLocale().then(header),
    file > 0 ? checkFile(file) : null,
  ])
  const refused = file > 0 || asked.refused !== undefined
  const ready = check !== null && check.problem === null && count(check, "error") === 0
  return (
    <>
      <PageHead title={t(kind === "tasks" ? "title" : kind)}>
        <a href={`/${kind}/export?template=yes`} className={buttonClass({})}>
          <Icon name="download" />
          {t("template")}
        </a>
        <ImportFile
          page={`/${kind}/import`}
          whole
          primary={!ready}
          words={{
            choose: t(check ? "again" : "choose"),
            chosen: t("chosen"),
            tooLarge: t("tooLarge"),
            failed: t("failed"),
            checking: t("checking"),
            sending: t.raw("sending"),
          }}
        />
        {ready && count(check, "new") > 0 && (
          <ConfirmImport kind={kind} file={file} word={t("import")} formKey={randomUUID()} />
        )}
      </PageHead>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <p className="px-gutter pt-3 text-control text-ink-3">
          <Link href={`/${kind}`} className="hover:text-ink">
            {home("title")}
          </Link>
        </p>
        {check ? (
          <ImportPreview check={check} silent={kind === "meetings"} />
        ) : (
          <div className="max-w-180 px-gutter pb-8">
            {refused && <FormError>{t("gone")}</FormError>}
            <h2 className="mt-2 text-title">{t("lead")}</h2>
            <p className="mt-4 text-control text-ink-3">{t("columns")}</p>
            <ul className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-control">
              {columns.map((column) => (
                <li key={column} className="rounded-label border border-line px-1.5 py-0.5">
                  {column}
                </li>
              ))}
            </ul>
            <p className="mt-4 text-meta text-ink-3">{t("limit")}</p>
          </div>
        )}
      </div>
    </>
  )
}

const count = ({ outcomes }: RecordCheck<unknown>, kind: "error" | "new"): number =>
  outcomes.filter((outcome) => outcome.kind === kind).length
