"use client"

import { type KeyboardEvent, type Ref, useState } from "react"
import { useTalkSetting } from "@/components/messages/talk-context"
import type { Candidate, Mention } from "@/components/messages/use-mentions"
import { CheckboxLabel } from "@/components/ui/checkbox"
import { cx } from "@/components/ui/cx"
import { filled } from "@/components/ui/filled"
import { Kbd } from "@/components/ui/kbd"
import { isComposing } from "@/components/ui/text-editing"

/** 275 wide: the reason, required; the common ones one press away. */
export function MentionReason({
  whom,
  field,
  onDone,
  onLeave,
}: {
  whom: Candidate | null
  field: Ref<HTMLInputElement>
  onDone: (mention: Mention) => void
  onLeave: () => void
}) {
  const { words } = useTalkSetting()
  const [reason, setReason] = useState("")
  const [needsAnswer, setNeedsAnswer] = useState(true)
  const done = (said: string, answer: boolean) => {
    if (whom && said.trim() !== "") onDone(mentionOf(whom, said.trim(), answer))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === "Escape") onLeave()
    else if (event.key === "Enter") done(reason, needsAnswer)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      className={cx(
        "w-69 shrink-0 p-3 max-md:w-full max-md:border-t max-md:border-line",
        !whom && "max-md:hidden",
      )}
    >
      <p className="flex items-baseline gap-2 text-meta text-ink-2">
        <span className="min-w-0 flex-1 truncate" id="mention-reason">
          {filled(words.mention.reasonFor, { name: whom?.name ?? "…" })}
        </span>
        <span className="text-ink-3">{words.mention.required}</span>
      </p>
      <input
        ref={field}
        aria-labelledby="mention-reason"
        aria-required="true"
        disabled={!whom}
        value={reason}
        maxLength={200}
        placeholder={words.mention.example}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className="field-box mt-1 h-field w-full px-2.5 text-control"
      />
      <CommonReasons disabled={!whom} onDone={done} />
      {whom?.id !== 0 && (
        <div className="mt-2">
          <CheckboxLabel
            checked={needsAnswer}
            disabled={!whom}
            onChange={(event) => setNeedsAnswer(event.currentTarget.checked)}
          >
            {words.mention.needsAnswer}
          </CheckboxLabel>
        </div>
      )}
      <div className="mt-2 flex items-center gap-1.5 text-meta text-ink-3 max-md:hidden">
        <Kbd>Tab</Kbd> {words.mention.fill} <Kbd>Esc</Kbd> {words.mention.cancel}
      </div>
    </div>
  )
}

/** Who is called together owes no answer each. */
const mentionOf = ({ id, name }: Candidate, reason: string, answer: boolean): Mention => ({
  ...{ personId: id, name, reason },
  needsAnswer: id !== 0 && answer,
})

function CommonReasons({
  disabled,
  onDone,
}: {
  disabled: boolean
  onDone: (reason: string, needsAnswer: boolean) => void
}) {
  const { mention } = useTalkSetting().words
  return (
    <>
      <p className="mt-2 text-meta text-ink-3">{mention.common}</p>
      <div className="mt-1 flex flex-wrap gap-1.5">
        {(["confirm", "answer", "handle", "info"] as const).map((quick) => (
          <button
            key={quick}
            type="button"
            disabled={disabled}
            onClick={() => onDone(mention.quick[quick], quick !== "info")}
            className="one-word h-6 rounded-chip border border-line px-2 text-meta text-ink hover:bg-hover disabled:text-ink-4 max-md:h-9"
          >
            {mention.quick[quick]}
          </button>
        ))}
      </div>
    </>
  )
}
