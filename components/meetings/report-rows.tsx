"use client"

import { type ReactNode, useActionState, useState } from "react"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { NamedFace } from "@/components/ui/face"
import { filled } from "@/components/ui/filled"
import { Link } from "@/components/ui/link"
import { toast } from "@/components/ui/toast"
import { nudgeResolutionsAction } from "@/lib/meetings/minutes-actions"

interface Row {
  id: number
  text: string
  href: string
  owner: { id: number; name: string; face: number | null }
  overdue: boolean
  /** It is overdue, and for the reader to nudge. */
  mayNudge: boolean
  done: boolean
  state: ReactNode
  due: string
  nudge: string
  /** What the owner answered to it; empty until then. */
  answer: string
}

export interface ReportGroup {
  id: number
  title: string
  href: string
  count: string
  overdue: number
  rows: readonly Row[]
}

interface Words {
  columns: Record<"text" | "owner" | "state" | "due" | "nudge", string>
  all: string
  choose: string
  chosen: string
  clear: string
  nudge: string
  nudgeAll: string
  sent: string
}

const columns = "md:grid md:grid-cols-[20px_minmax(0,1fr)_112px_132px_132px_160px]"

/** Every resolution; what is overdue can be chosen and nudged, one or all. */
export function ReportRows({ groups, words }: { groups: readonly ReportGroup[]; words: Words }) {
  const [chosen, setChosen] = useState<readonly number[]>([])
  const late = groups.flatMap(({ rows }) => rows).filter(({ mayNudge }) => mayNudge)
  const all = late.length > 0 && late.every(({ id }) => chosen.includes(id))
  const toggle = (id: number) =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  return (
    <>
      {late.length > 0 && chosen.length === 0 && (
        <NudgeAll ids={late.map(({ id }) => id)} words={words} />
      )}
      <div className={`hidden h-8 items-center gap-x-3 px-gutter text-meta text-ink-3 ${columns}`}>
        <Checkbox
          aria-label={words.all}
          checked={all}
          disabled={late.length === 0}
          onChange={() => setChosen(all ? [] : late.map(({ id }) => id))}
        />
        <span>{words.columns.text}</span>
        <span>{words.columns.owner}</span>
        <span>{words.columns.state}</span>
        <span className="text-right">{words.columns.due}</span>
        <span className="text-right">{words.columns.nudge}</span>
      </div>
      {groups.map((group) => (
        <section key={group.id} aria-label={group.title}>
          <h2 className="flex h-9 items-center gap-2 border-y border-line px-gutter text-control">
            <Link href={group.href} className="min-w-0 truncate font-semibold hover:underline">
              {group.title}
            </Link>
            <span className="ml-auto text-meta text-ink-2">{group.count}</span>
          </h2>
          {group.rows.map((row) => (
            <ReportLine
              key={row.id}
              row={row}
              chosen={chosen.includes(row.id)}
              toggle={() => toggle(row.id)}
              label={filled(words.choose, { text: row.text })}
            />
          ))}
        </section>
      ))}
      <Bar
        rows={late.filter(({ id }) => chosen.includes(id))}
        words={words}
        clear={() => setChosen([])}
      />
    </>
  )
}

function ReportLine({
  row,
  chosen,
  toggle,
  label,
}: {
  row: Row
  chosen: boolean
  toggle: () => void
  label: string
}) {
  return (
    <div
      className={`min-h-9 items-center gap-x-3 border-b border-line-soft px-gutter text-control max-md:flex max-md:flex-wrap max-md:py-2 ${columns} ${chosen ? "bg-selected" : "hover:bg-hover"}`}
    >
      <Checkbox aria-label={label} checked={chosen} disabled={!row.mayNudge} onChange={toggle} />
      <Link
        href={row.href}
        className={`min-w-0 text-ui hover:underline md:truncate max-md:flex-1 max-md:basis-4/5 ${row.done ? "text-ink-2" : ""}`}
      >
        {row.text}
      </Link>
      <NamedFace person={row.owner} />
      <span>{row.state}</span>
      <time className="one-word text-meta text-ink-2 md:text-right">{row.due}</time>
      <span className="text-meta text-ink-2 md:text-right">{row.nudge}</span>
      {row.answer && (
        <span className="col-start-2 col-end-7 w-full pb-1.5 text-meta text-ink-2">
          {row.answer}
        </span>
      )}
    </div>
  )
}

/** One press for everything that is overdue; a form, so that it needs no script. */
function NudgeAll({ ids, words }: { ids: readonly number[]; words: Words }) {
  const [answer, submit, sending] = useActionState(nudgeResolutionsAction, null)
  const most = ids.slice(0, batch)
  return (
    <form action={submit} className="flex flex-wrap items-center gap-3 px-gutter pb-3 print:hidden">
      {most.map((id) => (
        <input key={id} type="hidden" name="resolutions" value={id} />
      ))}
      <Button type="submit" icon="bell-ring" size="m" disabled={sending}>
        {filled(words.nudgeAll, { count: most.length })}
      </Button>
      {answer && (
        <span role="status" className="text-meta text-ink-2">
          {answer.ok ? filled(words.sent, { count: answer.value }) : answer.message}
        </span>
      )}
    </form>
  )
}

/** 催办 for what is chosen: how many people get how many messages is said before. */
function Bar({ rows, words, clear }: { rows: readonly Row[]; words: Words; clear: () => void }) {
  const [sending, setSending] = useState(false)
  if (rows.length === 0) return null
  const people = new Set(rows.map(({ owner }) => owner.id)).size
  const nudge = async () => {
    setSending(true)
    const { count, message } = await nudgeAll(rows.map(({ id }) => id))
    setSending(false)
    toast(count > 0 ? filled(words.sent, { count }) : message)
    if (count > 0) clear()
  }
  return (
    <div
      role="toolbar"
      aria-label={words.nudge}
      className="fixed inset-x-0 bottom-4 z-20 mx-auto flex min-h-11 w-fit max-w-[calc(100%-2rem)] flex-wrap items-center gap-3 rounded-box bg-ink px-4 py-2 text-control text-surface print:hidden"
    >
      {filled(words.chosen, { count: rows.length, people })}
      <Button tone="primary" icon="bell-ring" disabled={sending} onClick={() => void nudge()}>
        {words.nudge}
      </Button>
      <button type="button" onClick={clear} className="underline">
        {words.clear}
      </button>
    </div>
  )
}

/** So many go at once. */
const batch = 100

/** @returns how many were sent, and why some weren't */
async function nudgeAll(ids: readonly number[]) {
  let [count, message] = [0, ""]
  for (let at = 0; at < ids.length; at += batch) {
    const answer = await nudgeResolutionsAction({ resolutions: ids.slice(at, at + batch) })
    if (answer.ok) count += answer.value
    else message = answer.message
  }
  return { count, message }
}
