import { getTranslations } from "next-intl/server"
import { Icon } from "@/components/ui/icon"
import { Group } from "@/components/ui/list"
import { Still } from "@/components/ui/still"
import type { CellNote, RecordCheck, RowOutcome } from "@/lib/platform/record-import"
import { importWords } from "@/lib/tasks/words-import"

const looks = {
  error: { icon: "state-late", tone: "cinnabar" },
  new: { icon: "circle-plus", tone: "done" },
  unchanged: { icon: "circle-minus", tone: "quiet" },
} as const
const kinds = ["error", "new", "unchanged"] as const
const shown = 300

type Outcomes = RecordCheck<unknown>["outcomes"]

/** What a file would do, row by row: what doesn't fit first. */
export async function ImportPreview({
  check,
  silent,
}: {
  check: RecordCheck<unknown>
  /** Nobody hears of it when it is written. */
  silent: boolean
}) {
  const t = await getTranslations("tasks.import")
  const { problem, outcomes } = check
  if (problem) {
    const code = problems.find((each) => each === problem.code) ?? "other"
    return (
      <div className="px-gutter pb-8">
        <Lead lead={t(`problem.${code}`, { value: problem.value })} note={check.fileName} />
      </div>
    )
  }
  const of = (kind: (typeof kinds)[number]) => outcomes.filter((each) => each.kind === kind)
  const wrong = of("error").length
  const fresh = of("new").length
  const ready = silent ? "meetingsNote" : "readyNote"
  const step = wrong > 0 ? "errors" : fresh > 0 ? "ready" : "idle"
  return (
    <Still className="pb-12">
      <div className="border-b border-line px-gutter pb-4">
        <Lead
          lead={t(step, { count: wrong > 0 ? wrong : fresh })}
          note={`${check.fileName} · ${t(step === "ready" ? ready : `${step}Note`)}`}
        />
      </div>
      {kinds.map((kind) => (
        <Part key={kind} kind={kind} outcomes={of(kind)} title={t(`kind.${kind}`)} />
      ))}
    </Still>
  )
}

const Lead = ({ lead, note }: { lead: string; note: string }) => (
  <>
    <h2 id="import-lead" className="mt-2 text-title">
      {lead}
    </h2>
    <p className="mt-1 text-control text-ink-2">{note}</p>
  </>
)

function Part({
  kind,
  outcomes,
  title,
}: {
  kind: (typeof kinds)[number]
  outcomes: Outcomes
  title: string
}) {
  if (outcomes.length === 0) return null
  return (
    <Group {...looks[kind]} title={title} count={outcomes.length} open={kind !== "unchanged"}>
      <ul aria-label={title}>
        {outcomes.slice(0, shown).map((outcome) => (
          <Row key={outcome.row} outcome={outcome} />
        ))}
      </ul>
    </Group>
  )
}

async function Row({ outcome }: { outcome: RowOutcome<unknown> }) {
  const t = await getTranslations("tasks.import")
  const { errors, warnings } = outcome
  return (
    <li className="flex flex-wrap gap-x-4 gap-y-1 border-b border-line-soft px-gutter py-2 text-control">
      <span className="w-10 shrink-0 text-ink-3">{outcome.row}</span>
      <span className="min-w-0 flex-1 basis-48 break-words">{outcome.name}</span>
      <span className="min-w-0 flex-1 basis-72">
        {errors.map((note) => (
          <Note key={`${note.column} ${note.code} ${note.value}`} note={note} wrong />
        ))}
        {warnings.map((note) => (
          <Note key={`${note.column} ${note.code} ${note.value}`} note={note} word={t("warning")} />
        ))}
      </span>
    </li>
  )
}

async function Note({ note, wrong, word }: { note: CellNote; wrong?: boolean; word?: string }) {
  const t = await getTranslations("tasks.import.reason")
  const code = reasons.find((each) => each === note.code) ?? "empty"
  return (
    <span className={`flex items-start gap-1.5 ${wrong ? "text-cinnabar-ink" : "text-support"}`}>
      <Icon name={wrong ? "state-late" : "info"} size={14} className="mt-0.75" />
      <span>
        {word && <span className="sr-only">{word} </span>}
        <b>{note.column}</b> {t(code, { value: note.value })}
      </span>
    </span>
  )
}

const keysOf = <T extends object>(words: T): (keyof T)[] => {
  const keys: (keyof T)[] = []
  for (const key in words) keys.push(key)
  return keys
}
const problems = keysOf(importWords.zh.problem)
const reasons = keysOf(importWords.zh.reason)
