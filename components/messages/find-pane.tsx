"use client"

import { useEffect, useState } from "react"
import { useTalkSetting } from "@/components/messages/talk-context"
import { look } from "@/components/messages/talk-requests"
import { fullTime } from "@/components/messages/talk-times"
import { Button } from "@/components/ui/button"
import { IconButton } from "@/components/ui/icon-button"
import type { MessageView } from "@/lib/messages/view"

const pause = 200

/** 在本组查找: what was said here that holds the words, and the way to a day. */
export function FindPane({
  onClose,
  onGo,
  onDay,
}: {
  onClose: () => void
  onGo: (message: MessageView) => void
  onDay: (day: string) => void
}) {
  const { words, group } = useTalkSetting()
  const { query, setQuery, found, more } = useFound(group.id)
  /** Where the pane lies over the stream, what was chosen would stand behind it. */
  const leave = () => matchMedia("(width < 80rem)").matches && onClose()
  return (
    <aside
      aria-label={words.find.label}
      className="flex w-84 shrink-0 flex-col border-l border-line bg-surface max-xl:absolute max-xl:inset-y-0 max-xl:right-0 max-xl:z-20 max-xl:shadow-raised max-md:w-full max-md:border-l-0"
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <header className="flex h-13 shrink-0 items-center gap-2 border-b border-line pr-3 pl-4">
        <input
          // The pane was opened to write in it.
          // biome-ignore lint/a11y/noAutofocus: it was asked for
          autoFocus
          type="search"
          aria-label={words.find.label}
          placeholder={words.find.label}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          className="field-box h-field min-w-0 flex-1 px-2.5 text-control"
        />
        <IconButton icon="x" label={words.find.close} onClick={onClose} />
      </header>
      <label className="flex items-center gap-2 border-b border-line-soft px-4 py-2 text-meta text-ink-3">
        {words.find.day}
        <input
          type="date"
          className="field-box h-7 px-2 text-control max-md:h-11 max-md:text-field"
          onChange={(event) => {
            // While a year is typed, it is one of antiquity first.
            if (event.currentTarget.value < "1970") return
            onDay(event.currentTarget.value)
            leave()
          }}
        />
      </label>
      <Results
        found={found}
        more={more}
        onChoose={(row) => {
          onGo(row)
          leave()
        }}
      />
    </aside>
  )
}

function Results({
  found,
  more,
  onChoose,
}: {
  found: Found | null
  more: () => void
  onChoose: (row: MessageView) => void
}) {
  const setting = useTalkSetting()
  const { words } = setting
  return (
    <ul className="min-h-0 flex-1 overflow-y-auto">
      {found?.rows.map((row) => (
        <li key={row.id} className="border-b border-line-soft">
          <button
            type="button"
            onClick={() => onChoose(row)}
            className="block w-full px-4 py-2 text-left hover:bg-hover"
          >
            <span className="flex gap-2 text-meta text-ink-3">
              <span className="font-semibold text-ink">{row.author.name}</span>
              <time dateTime={row.at}>{fullTime(setting, row.at)}</time>
            </span>
            <span
              className="message-text line-clamp-3 block"
              // biome-ignore lint/security/noDangerouslySetInnerHtml: made by readMarkdown, which knows no HTML
              dangerouslySetInnerHTML={{ __html: row.html.replace(/<a [^>]*>|<\/a>/g, "") }}
            />
          </button>
        </li>
      ))}
      {found && found.rows.length === 0 && (
        <li className="px-4 py-3 text-control text-ink-3">{words.find.none}</li>
      )}
      {found?.next && (
        <li className="px-4 py-3">
          <Button onClick={more}>{words.find.more}</Button>
        </li>
      )}
    </ul>
  )
}

interface Found {
  rows: MessageView[]
  /** Where the ones before these go on; null at the end. */
  next: number | null
}

/** What was said in a group that holds the words that are typed, the newest first. */
function useFound(group: number) {
  const [query, setQuery] = useState("")
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    if (query.trim() === "") return setFound(null)
    let over = false
    const timer = setTimeout(async () => {
      const answer = await look<Found>("search", { group, q: query })
      if (!over) setFound(answer)
    }, pause)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [query, group])
  const more = async () => {
    if (!found?.next) return
    const answer = await look<Found>("search", { group, q: query, before: found.next })
    if (answer)
      setFound((now) =>
        now === found ? { rows: [...found.rows, ...answer.rows], next: answer.next } : now,
      )
  }
  return { query, setQuery, found, more: () => void more() }
}

/** Whatever on the page says `data-find-in-group` opens it. */
export function FindKeys({ onFind }: { onFind: () => void }) {
  useEffect(() => {
    const pressed = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest("[data-find-in-group]")) onFind()
    }
    document.addEventListener("click", pressed)
    return () => document.removeEventListener("click", pressed)
  }, [onFind])
  return null
}
