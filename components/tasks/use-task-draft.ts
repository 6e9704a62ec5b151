"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import {
  isSame,
  keepDraft,
  loadDraft,
  readFields,
  type TaskStart,
} from "@/components/tasks/task-draft"

/**
 * Keeps what is written in the form of a new task until it is made or cleared. Everything that a
 * person does in the form writes it down: `note` hears it.
 */
export function useTaskDraft(place: string, usual: TaskStart) {
  const form = useRef<HTMLFormElement>(null)
  const sent = useRef<TaskStart>(null)
  const { begun, shown, savedAt, setSavedAt, begin } = useBeginning(usual)

  useEffect(() => {
    const draft = loadDraft(place)
    const untouched = form.current && isSame(readFields(form.current), begun.current)
    if (draft && untouched) begin(draft.fields, draft.at)
    return () => {
      // Made: its own page has come instead of the form.
      if (sent.current && /^\/tasks\/\d+$/.test(location.pathname)) keepDraft(place, null)
    }
  }, [place, begun, begin])

  const anew = (start: TaskStart) => {
    sent.current = null
    keepDraft(place, null)
    begin(start, null)
  }
  const write = () => {
    if (!form.current?.isConnected) return
    const draft = draftOf(readFields(form.current), begun.current)
    keepDraft(place, draft)
    setSavedAt(draft?.at ?? null)
  }

  return {
    form,
    ...shown,
    savedAt,
    /** Once what was done stands in the fields. */
    note: () => setTimeout(write),
    send: () => {
      if (form.current) sent.current = readFields(form.current)
    },
    /** The next one, for the same owner in the same home. @returns the name of the last one */
    next: () => {
      const { name = "", owner = [], home = usual.home } = sent.current ?? {}
      anew({ ...usual, owner, home })
      return name
    },
    clear: () => anew(usual),
  }
}

const draftOf = (fields: TaskStart, begun: TaskStart) =>
  isSame(fields, begun) ? null : { at: Date.now(), fields }

/** What the fields begin with; `begin` writes them anew. */
function useBeginning(usual: TaskStart) {
  const begun = useRef(usual)
  const [shown, setShown] = useState({ start: usual, turn: 0 })
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const begin = useCallback((start: TaskStart, at: number | null) => {
    if (at === null) begun.current = start
    setShown(({ turn }) => ({ start, turn: turn + 1 }))
    setSavedAt(at)
  }, [])
  return { begun, shown, savedAt, setSavedAt, begin }
}
