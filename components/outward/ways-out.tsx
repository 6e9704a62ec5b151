"use client"

import { FoundFiles } from "@/components/outward/found-files"
import { FoundText } from "@/components/outward/found-text"
import type { KindWords } from "@/components/outward/stop-dialog"
import { stopIn } from "@/components/outward/stopped"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { wayAlone } from "@/lib/outward/stop"
import type { StopWords } from "@/lib/outward/words-stop"
import type { Result } from "@/lib/platform/result"

export interface OutwardWords {
  stop: StopWords
  kinds: KindWords
}

/**
 * In the form of what is about to be read outside: what stopped it, the ways out as buttons of the
 * same form, and afterwards that somebody was asked. Works without script.
 */
export function WaysOut({
  answer,
  text,
  words: { stop: words, kinds },
  formAction,
}: {
  answer: Result<unknown> | null | undefined
  /** What was to be sent. */
  text: string
  words: OutwardWords
  /** Where the form has several actions: the one that was stopped. */
  formAction?: (form: FormData) => void
}) {
  if (answer?.ok) return <Asked value={answer.value} words={words} />
  const stop = answer ? stopIn(answer) : null
  const reason = answer?.fields?.outwardReason
  if (!stop && !reason) return null
  const alone = stop ? wayAlone(stop) : "mask"
  const clears = stop?.cleared ?? false
  const buttons = formAction && { formAction }
  return (
    <div className="my-2 rounded-field border border-line bg-surface px-3 py-2.5">
      {stop && <FoundText text={text} stop={stop} words={words} kinds={kinds} />}
      {stop && <FoundFiles files={stop.files} words={words} kinds={kinds} />}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {alone && (
          <Button type="submit" name="outward" value={alone} size="m" {...buttons}>
            {words[alone]}
          </Button>
        )}
        <Input
          name="outwardReason"
          aria-label={words.reason}
          placeholder={words.reason}
          maxLength={500}
          className="w-60 max-w-full"
        />
        <Button
          type="submit"
          name="outward"
          value={clears ? "release" : "ask"}
          size="m"
          {...buttons}
        >
          {clears ? words.release : words.ask}
        </Button>
      </div>
      {reason && <FieldError>{reason}</FieldError>}
    </div>
  )
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
