import { ImportButton } from "@/components/people/import-button"
import { ImportColumn } from "@/components/people/import-column"
import { ImportFile } from "@/components/people/import-file"
import { ImportFrame } from "@/components/people/import-frame"
import { ImportNumbers, leadId, leadOf } from "@/components/people/import-lead"
import { type Asked, ImportOutcomes } from "@/components/people/import-outcomes"
import type { StaffWordsHere } from "@/components/people/import-values"
import { buttonWords, fileWords } from "@/components/people/import-words"
import { buttonClass } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import type { ImportCheck } from "@/lib/people/import-check"
import type { StoredFile } from "@/lib/people/import-preview"
import { problemSentence } from "@/lib/people/staff-words"

/** What a file would do, before anything is written. */
export function ImportPreview({
  file,
  check,
  asked,
  leavers,
  chosenAt,
  words,
}: {
  file: StoredFile
  check: ImportCheck
  asked: Asked & { choose(leavers: boolean): string }
  leavers: boolean
  chosenAt: string
  words: StaffWordsHere
}) {
  const { t } = words
  const { lead, note } = leadOf(check, words)
  const ready = check.mark !== "" && !check.idle
  const hasErrors = check.outcomes.some(({ kind }) => kind === "error")
  return (
    <ImportFrame
      title={t("title")}
      note={t("preview")}
      actions={
        <div className="flex flex-wrap items-center gap-2 max-md:w-[calc(100dvw-2*var(--spacing-gutter))]">
          {hasErrors && (
            <a href={`/admin/import/files/errors.xlsx?file=${file.id}`} className={buttonClass({})}>
              <Icon name="download" />
              {t("exportErrors")}
            </a>
          )}
          <ImportFile words={fileWords(t, "chooseAgain")} primary={!ready} />
          <ImportButton
            file={file.id}
            mark={check.mark}
            leavers={leavers}
            enabled={ready}
            leadId={leadId}
            words={buttonWords(t)}
          />
        </div>
      }
      column={
        <ImportColumn
          file={file}
          check={check}
          words={words}
          chosenAt={chosenAt}
          leavers={leavers}
          asked={asked}
        />
      }
    >
      <div className="border-b border-line px-gutter pt-5 pb-4">
        <h2 id={leadId} className="text-title">
          {lead}
        </h2>
        <p className="mt-1 text-prose text-pretty text-ink-2">{note}</p>
        {check.problems.length === 0 && <ImportNumbers check={check} asked={asked} words={words} />}
      </div>
      {check.problems.length > 0 ? (
        <Problems check={check} words={words} />
      ) : (
        <ImportOutcomes outcomes={check.outcomes} asked={asked} words={words} />
      )}
    </ImportFrame>
  )
}

const Problems = ({
  check: { problems },
  words: { locale },
}: {
  check: ImportCheck
  words: StaffWordsHere
}) => (
  <ul className="px-gutter py-3">
    {problems.map((problem) => (
      <li
        key={`${problem.code} ${problem.value}`}
        className="flex items-start gap-2 py-1.5 text-prose"
      >
        <Icon name="state-late" size={14} className="mt-1 text-cinnabar-ink" />
        {problemSentence(problem, locale)}
      </li>
    ))}
  </ul>
)
