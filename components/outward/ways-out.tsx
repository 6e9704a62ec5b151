"use client"

import { useEffect, useRef, useState } from "react"
import { FoundFiles } from "@/components/outward/found-files"
import { FoundText } from "@/components/outward/found-text"
import type { KindWords } from "@/components/outward/stop-dialog"
import { stopIn } from "@/components/outward/stopped"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { type Stop, wayAlone } from "@/lib/outward/stop"
import type { StopWords } from "@/lib/outward/words-stop"
import type { Result } from "@/lib/platform/result"

export interface OutwardWords {
  stop: StopWords
  kinds: KindWords
}

interface Ways {
  answer: Result<unknown> | null | undefined
  /** What was to be sent. */
  text: string
  /** What stands in the box by now: changed, it is looked at anew. */
  now?: string
  words: OutwardWords
  /** Where the form has several actions: the one that was stopped. */
  formAction?: (form: FormData) => void
}

/**
 * In the form of what is about to be read outside: what stopped it, the ways out as buttons of the
 * same form, and afterwards that somebody was asked. Works without script.
 */
export function WaysOut({ answer, text, now = text, words, formAction }: Ways) {
  const [dropped, drop] = useState<Ways["answer"]>(null)
  const box = useRef<HTMLFieldSetElement>(null)
  const stop = answer ? stopIn(answer) : null
  const reason = answer?.ok === false ? answer.fields?.outwardReason : undefined
  // Where it was sent from may lie far above, on a phone beyond the edge.
  useEffect(() => {
    if (stop) box.current?.focus()
  }, [stop])
  if (answer?.ok) return <Asked value={answer.value} words={words.stop} />
  if (!(stop || reason) || dropped === answer || now.trim() !== text.trim()) return null
  return (
    <fieldset
      ref={box}
      tabIndex={-1}
      aria-label={words.stop.title}
      className="mt-2 mb-4 w-full min-w-0 scroll-my-3 rounded-field border border-line bg-surface px-3 py-2.5 outline-none"
    >
      {stop && (
        <>
          {(stop.unchecked || stop.finds.length > 0) && (
            <p className="text-control text-ink">
              {stop.unchecked
                ? words.stop.unchecked
                : words.stop.lead.replace("{count}", String(stop.finds.length))}
            </p>
          )}
          <FoundText text={text.trim()} stop={stop} words={words.stop} kinds={words.kinds} />
          <FoundFiles files={stop.files} words={words.stop} kinds={words.kinds} />
        </>
      )}
      <Choices {...{ stop, formAction }} words={words.stop} onDrop={() => drop(answer)} />
      {reason && <FieldError>{reason}</FieldError>}
    </fieldset>
  )
}

function Choices({
  stop,
  words,
  formAction,
  onDrop,
}: {
  stop: Stop | null
  words: StopWords
  formAction: Ways["formAction"]
  onDrop: () => void
}) {
  const asks = useRef<HTMLButtonElement>(null)
  const buttons = formAction && { formAction }
  const clears = stop?.cleared ?? false
  const alone = stop ? wayAlone(stop) : "mask"
  return (
    <>
      {/* Enter in another field of the form chooses none of the ways. */}
      <button type="submit" hidden {...buttons} />
      <div className="mt-3 flex flex-wrap gap-2">
        {alone && (
          <Button type="submit" name="outward" value={alone} size="m" {...buttons}>
            {words[alone]}
          </Button>
        )}
        <Button tone="quiet" size="m" className="needs-script" onClick={onDrop}>
          {words.cancel}
        </Button>
      </div>
      {stop && <p className="mt-3 text-meta text-ink-2">{whoDecides(stop, words)}</p>}
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        <Input
          name="outwardReason"
          aria-label={words.reason}
          placeholder={words.reasonHint}
          maxLength={500}
          className="min-w-48 max-w-100 flex-1"
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return
            event.preventDefault()
            asks.current?.click()
          }}
        />
        <Button
          ref={asks}
          type="submit"
          name="outward"
          value={clears ? "release" : "ask"}
          size="m"
          {...buttons}
        >
          {clears ? words.release : words.ask}
        </Button>
      </div>
    </>
  )
}

const whoDecides = ({ cleared, asks }: Stop, words: StopWords): string => {
  if (cleared) return words.own
  return asks === "" ? words.asksPlatform : words.asksHead.replace("{name}", asks)
}

function Asked({ value, words }: { value: unknown; words: StopWords }) {
  const { asked } = Object(value)
  if (!Number.isSafeInteger(asked)) return null
  return (
    <p role="status" className="my-2 text-control text-ink-2">
      {words.asked}{" "}
      <Link href={`/outward/${asked}`} className="link one-word">
        {words.open}
      </Link>
    </p>
  )
}
