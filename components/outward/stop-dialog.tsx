"use client"

import { useState } from "react"
import { FoundFiles } from "@/components/outward/found-files"
import { FoundText } from "@/components/outward/found-text"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { Field } from "@/components/ui/field"
import { filled } from "@/components/ui/filled"
import { FormError } from "@/components/ui/form-error"
import { Textarea } from "@/components/ui/textarea"
import type { WayOut } from "@/lib/outward/inputs"
import { type Stop, wayAlone } from "@/lib/outward/stop"
import type { StopWords } from "@/lib/outward/words-stop"
import type { FindKind } from "@/lib/platform/screening/kinds"

export type KindWords = Record<FindKind, string>

/**
 * Stops what outsiders would read: the finds highlighted, and three ways. Nothing is sent before one
 * of them is chosen; `null` is 取消.
 */
export function StopDialog({
  text,
  stop,
  words,
  kinds,
  onlyMask = false,
  onChoose,
}: {
  /** What was to be sent; empty where the page doesn't know it. */
  text: string
  stop: Stop
  words: StopWords
  kinds: KindWords
  /** Nobody can be asked: it is sent later. */
  onlyMask?: boolean | undefined
  onChoose: (way: WayOut | null) => void
}) {
  const [asking, setAsking] = useState(onlyMask ? false : stop.unchecked)
  const alone = wayAlone(stop)
  return (
    <Dialog
      open
      onOpenChange={() => onChoose(null)}
      size="m"
      title={words.title}
      closeLabel={words.close}
    >
      <DialogBody>
        {stop.finds.length > 0 && (
          <p className="text-ui">{filled(words.lead, { count: stop.finds.length })}</p>
        )}
        {stop.unchecked && <FormError>{words.unchecked}</FormError>}
        <FoundText text={text} stop={stop} words={words} kinds={kinds} />
        <FoundFiles files={stop.files} words={words} kinds={kinds} />
        {onlyMask && <p className="mt-3 text-meta text-ink-3">{words.notLater}</p>}
      </DialogBody>
      {asking ? (
        <Asking stop={stop} words={words} onChoose={onChoose} />
      ) : (
        <DialogFoot>
          <Button size="m" tone="quiet" onClick={() => onChoose(null)}>
            {words.cancel}
          </Button>
          {!onlyMask && (
            <Button size="m" onClick={() => setAsking(true)}>
              {stop.cleared ? words.release : words.ask}
            </Button>
          )}
          {alone && (
            <Button size="m" tone="primary" onClick={() => onChoose({ outward: alone })}>
              {words[alone]}
            </Button>
          )}
        </DialogFoot>
      )}
    </Dialog>
  )
}

/** Why it has to go out as it is, and who is asked. */
function Asking({
  stop: { cleared, asks },
  words,
  onChoose,
}: {
  stop: Stop
  words: StopWords
  onChoose: (way: WayOut | null) => void
}) {
  const [reason, setReason] = useState("")
  const outward = cleared ? "release" : "ask"
  const toWhom = asks ? filled(words.asksHead, { name: asks }) : words.asksPlatform
  return (
    <form
      className="shrink-0"
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        onChoose({ outward, outwardReason: reason.trim() })
      }}
    >
      <div className="border-t border-line px-5 pt-3">
        <Field label={words.reason} hint={words.reasonHint}>
          {(wiring) => (
            <Textarea
              {...wiring}
              rows={2}
              required
              autoFocus
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
        <p className="mt-2 pb-3 text-meta text-ink-2">{cleared ? words.own : toWhom}</p>
      </div>
      <DialogFoot>
        <Button size="m" tone="quiet" onClick={() => onChoose(null)}>
          {words.cancel}
        </Button>
        <Button size="m" tone="primary" type="submit" disabled={reason.trim() === ""}>
          {cleared ? words.release : words.ask}
        </Button>
      </DialogFoot>
    </form>
  )
}
