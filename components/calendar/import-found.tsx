import { DayMark } from "@/components/calendar/day-mark"
import { Banner } from "@/components/ui/banner"
import { filled } from "@/components/ui/filled"
import type { Imported } from "@/lib/calendar/changing"
import type { OverrideError } from "@/lib/calendar/override-list"

export interface FoundWords extends Record<Imported["step"], string> {
  row: string
  column: string
  reason: string
  off: string
  work: string
  was: Record<"new" | "changed" | "same", string>
  columns: Record<OverrideError["column"], string>
  wrong: Record<OverrideError["code"], string>
}

/** What a list would do, did, or why it can do nothing. */
export function ImportFound({ found, words }: { found: Imported; words: FoundWords }) {
  const tone = ({ errors: "cinnabar", preview: "accent", done: "done" } as const)[found.step]
  const { length: count } = found.step === "errors" ? found.errors : found.days
  return (
    <div>
      <Banner live tone={tone}>
        {filled(words[found.step], { count })}
      </Banner>
      {found.step === "errors" && <Errors errors={found.errors} words={words} />}
      {found.step === "preview" && (
        <ul className="mt-2">
          {found.days.map(({ day, kind, name, was }) => (
            <li
              key={day}
              className="grid min-h-9 grid-cols-[36px_96px_1fr_64px] items-center gap-x-2 border-b border-line-soft text-control"
            >
              <DayMark kind={kind} word={words[kind]} />
              <span className="tabular-nums">{day}</span>
              <span className="min-w-0 break-words">{name.zh}</span>
              <span className="text-right text-ink-2">{words.was[was]}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Errors({ errors, words }: { errors: readonly OverrideError[]; words: FoundWords }) {
  return (
    <table className="mt-2 w-full text-left text-control">
      <thead className="text-meta text-ink-3">
        <tr className="h-7">
          <th className="w-12 font-normal">{words.row}</th>
          <th className="w-24 font-normal">{words.column}</th>
          <th className="font-normal">{words.reason}</th>
        </tr>
      </thead>
      <tbody>
        {errors.map(({ row, column, code, value }) => (
          <tr key={`${row} ${column} ${code}`} className="h-9 border-t border-line-soft">
            <td className="tabular-nums">{row}</td>
            <td className="font-semibold">{words.columns[column]}</td>
            <td className="py-1 break-words">
              {words.wrong[code]}
              {value !== "" && <span className="ml-2 break-all text-ink-3">{value}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
