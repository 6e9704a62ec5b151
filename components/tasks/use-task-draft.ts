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
  const begun = useRef(usual)
  const sent = useRef<TaskStart>(null)
  const [shown, setShown] = useState({ start: usual, turn: 0 })
  const [savedAt, setSavedAt] = useState<number | null>(null)

  const begin = useCallback((start: TaskStart, at: number | null) => {
    if (at === null) begun.current = start
    sent.current = null
    setShown(({ turn }) => ({ start, turn: turn + 1 }))
    setSavedAt(at)
  }, [])

  useEffect(() => {
    const draft = loadDraft(place)
    const untouched = form.current && isSame(readFields(form.current), begun.current)
    if (draft && untouched) begin(draft.fields, draft.at)
    return () => {
      // Made: its own page has come instead of the form.
      if (sent.current && /^\/tasks\/\d+$/.test(location.pathname)) keepDraft(place, null)
    }
  }, [place, begin])

  const write = () => {
    if (!form.current?.isConnected) return
    const fields = readFields(form.current)
    const at = isSame(fields, begun.current) ? null : Date.now()
    keepDraft(place, at === null ? null : { at, fields })
    setSavedAt(at)
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
    /** The next one, for the same owner in the same home. */
    next: () => {
      const made = sent.current
      keepDraft(place, null)
      begin({ ...usual, owner: made?.owner ?? [], home: made?.home ?? usual.home }, null)
      return made?.name ?? ""
    },
    clear: () => {
      keepDraft(place, null)
      begin(usual, null)
    },
  }
}
