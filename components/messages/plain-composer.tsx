"use client"

import { useActionState } from "react"
import { stopIn } from "@/components/messages/stopped"
import { FoundText } from "@/components/outward/found-text"
import type { KindWords } from "@/components/outward/stop-dialog"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { Input } from "@/components/ui/input"
import { sendAction } from "@/lib/messages/actions"
import type { Stop } from "@/lib/outward/passing"
import type { StopWords } from "@/lib/outward/words-stop"

/** The message box of a page without script: words only. */
export function PlainComposer({
  groupId,
  label,
  send,
  stop: words,
  kinds,
}: {
  groupId: number
  label: string
  send: string
  stop: StopWords
  kinds: KindWords
}) {
  const [answer, submit] = useActionState(sendAction, null)
  const refused = answer?.ok === false ? answer : undefined
  const stop = refused ? stopIn(refused) : null
  const typed = refused?.typed?.body ?? ""
  return (
    <form action={submit} className="shrink-0 px-5 pb-4 max-md:px-3">
      <input type="hidden" name="groupId" value={groupId} />
      {refused && (
        <FormError>
          {refused.fields?.body ?? refused.fields?.outwardReason ?? refused.message}
        </FormError>
      )}
      {stop && <FoundText text={typed.trim()} stop={stop} words={words} kinds={kinds} />}
      <div className="field-box mt-2 flex min-h-23.5 items-end gap-2 rounded-box p-2">
        <textarea
          key={typed}
          name="body"
          aria-label={label}
          placeholder={label}
          rows={2}
          required
          defaultValue={typed}
          className="min-w-0 flex-1 resize-none bg-transparent px-1.5 text-prose outline-none"
        />
        <Button type="submit" tone="primary" icon="send-horizontal">
          {send}
        </Button>
      </div>
      {(stop || refused?.fields?.outwardReason) && <Ways stop={stop} words={words} />}
    </form>
  )
}

/** The ways out as buttons of the same form. */
function Ways({ stop, words }: { stop: Stop | null; words: StopWords }) {
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <Button type="submit" name="outward" value="mask">
        {words.mask}
      </Button>
      <Input
        name="outwardReason"
        aria-label={words.reason}
        placeholder={words.reason}
        maxLength={500}
        className="w-60"
      />
      <Button type="submit" name="outward" value={stop?.cleared ? "release" : "ask"}>
        {stop?.cleared ? words.release : words.ask}
      </Button>
    </div>
  )
}
