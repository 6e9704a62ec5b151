"use client"

import { useActionState, useId } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { Icon } from "@/components/ui/icon"
import { endFeedAction, makeFeedAction } from "@/lib/appointments/calendar-actions"

type FeedWords = Record<"note" | "once" | "make" | "again" | "end" | "ended", string>

/** 订阅: an address for other programs, shown once, changed and stopped here. */
export function FeedBox({
  title,
  since,
  words,
}: {
  title: string
  /** Said when there is an address already. */
  since: string | null
  words: FeedWords
}) {
  const [made, make, making] = useActionState(makeFeedAction, null)
  const [ended, end, ending] = useActionState(endFeedAction, null)
  const id = useId()
  const failed = [made, ended].find((answer) => answer?.ok === false)
  return (
    // Without script the answer comes with a page of its own: it has to be seen on it.
    <details
      open={made !== null || ended !== null || undefined}
      className="border-t border-line pt-3 text-control"
    >
      <summary className="flex items-center gap-2 text-ink-2 hover:text-ink">
        <Icon name="calendar-sync" size={14} />
        {title}
      </summary>
      <p className="mt-2 text-meta text-ink-2">{words.note}</p>
      {since && <p className="mt-2 text-meta text-ink-2">{since}</p>}
      {made?.ok && since && (
        <label htmlFor={id} className="mt-2 block text-meta font-semibold">
          {words.once}
          <input
            id={id}
            readOnly
            value={made.value}
            onFocus={(event) => event.currentTarget.select()}
            className="field-box mt-1 w-full px-2 text-meta font-normal"
          />
        </label>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        <form action={make}>
          <Button type="submit" disabled={making}>
            {since ? words.again : words.make}
          </Button>
        </form>
        {since && (
          <form action={end}>
            <Button type="submit" tone="danger" disabled={ending}>
              {words.end}
            </Button>
          </form>
        )}
      </div>
      <p role="status" className="mt-2 text-meta text-ink-2 empty:hidden">
        {ended?.ok && !since && words.ended}
      </p>
      {failed?.ok === false && <FieldError>{failed.message}</FieldError>}
    </details>
  )
}
