"use client"

import type { EditorWords } from "@/components/meetings/minutes-types"
import { saidBy } from "@/components/meetings/use-saved-row"
import { Button } from "@/components/ui/button"
import { filled } from "@/components/ui/filled"
import type { Result } from "@/lib/platform/result"

/** Under a row: who else is in it, whether it is saved, and what somebody else wrote meanwhile. */
export function RowFoot({
  row,
  writer,
  answer,
  words,
}: {
  row: {
    state: "idle" | "saving" | "saved" | "failed"
    theirs: { said: string } | null
    message: string
    keepMine: () => void
    takeTheirs: () => void
  }
  writer: string | null
  /** Of the form that was sent without a script. */
  answer: Result<number> | null
  words: EditorWords
}) {
  const said = saidBy(answer)
  return (
    <>
      {answer?.ok === false && (
        <p role="alert" className="text-meta text-cinnabar-ink">
          {said === null
            ? (Object.values(answer.fields ?? {})[0] ?? answer.message)
            : filled(words.theirs, { text: said })}
        </p>
      )}
      {writer && (
        <p className="text-meta text-accent-ink">{filled(words.here, { name: writer })}</p>
      )}
      {row.message && (
        <p role="alert" className="text-meta text-cinnabar-ink">
          {row.message}
        </p>
      )}
      {row.theirs && (
        <p role="alert" className="flex flex-wrap items-center gap-2 text-meta text-support">
          {filled(words.theirs, { text: row.theirs.said })}
          <Button onClick={row.takeTheirs}>{words.useTheirs}</Button>
          <Button onClick={row.keepMine}>{words.keepMine}</Button>
        </p>
      )}
    </>
  )
}
