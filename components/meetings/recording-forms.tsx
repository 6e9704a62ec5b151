"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { Input } from "@/components/ui/input"
import { removeRecordingAction, setRecordingStartAction } from "@/lib/meetings/recording-actions"

/** When it was switched on, by which the topics are found; and taking it away. */
export function RecordingForms({
  id,
  start,
  words,
}: {
  id: number
  start: string
  words: {
    more: string
    start: string
    startHint: string
    save: string
    remove: string
    removeHint: string
    removeNow: string
  }
}) {
  const [set, setStart, setting] = useActionState(setRecordingStartAction, null)
  const [removed, remove, removing] = useActionState(removeRecordingAction, null)
  const failed = [set, removed].find((answer) => answer?.ok === false)
  return (
    <details className="mt-2 text-control">
      <summary className="cursor-pointer text-meta text-ink-2 hover:text-ink">{words.more}</summary>
      <form action={setStart} className="mt-2 flex flex-wrap items-end gap-2">
        <input type="hidden" name="id" value={id} />
        <span className="w-full text-meta text-ink-2">{words.start}</span>
        <Input
          key={start}
          type="datetime-local"
          name="start"
          aria-label={words.start}
          title={words.start}
          defaultValue={start}
          required
          className="h-7 w-52"
        />
        <Button type="submit" disabled={setting}>
          {words.save}
        </Button>
        <span className="w-full text-meta text-ink-3">{words.startHint}</span>
      </form>
      <details className="mt-2">
        <summary className="cursor-pointer text-meta text-cinnabar-ink">{words.remove}</summary>
        <form action={remove} className="mt-1">
          <input type="hidden" name="id" value={id} />
          <p className="mb-1.5 text-meta text-ink-2">{words.removeHint}</p>
          <Button type="submit" tone="danger" icon="trash-2" disabled={removing}>
            {words.removeNow}
          </Button>
        </form>
      </details>
      {failed?.ok === false && (
        <p role="alert" className="mt-1 text-meta text-cinnabar-ink">
          {Object.values(failed.fields ?? {})[0] ?? failed.message}
        </p>
      )}
    </details>
  )
}
