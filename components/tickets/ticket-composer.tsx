"use client"

import { useActionState, useEffect } from "react"
import { stopIn } from "@/components/outward/stopped"
import { WaysOut } from "@/components/outward/ways-out"
import type { AttachWords } from "@/components/tasks/comment-files"
import { ComposeForm, typedIn } from "@/components/tickets/compose-form"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { Icon } from "@/components/ui/icon"
import type { WritingHelp } from "@/components/ui/use-writing"
import type { StopWords } from "@/lib/outward/words-stop"
import { askTicketAction, noteTicketAction, replyTicketAction } from "@/lib/tickets/actions"

export interface ComposerData {
  id: number
  /** 回复客户, and whether it may ask for the client's word besides. */
  reply: boolean
  ask: boolean
  canned: { id: number; title: string; body: string }[]
  help: WritingHelp
  stop: StopWords
  attach: AttachWords
  keys: { reply: string; note: string }
  words: Record<
    | "compose"
    | "reply"
    | "replyNote"
    | "replyBox"
    | "note"
    | "noteNote"
    | "noteBox"
    | "noteSend"
    | "ask"
    | "canned",
    string
  >
}

const way =
  "relative flex h-8 items-center gap-1.5 rounded-field border border-transparent px-3 text-control text-ink-2 has-focus-visible:outline-2 has-focus-visible:outline-focus max-md:h-11"
const shown = (name: "reply" | "note") =>
  name === "reply"
    ? "hidden group-has-[#way-reply:checked]/ways:block"
    : "hidden group-has-[#way-note:checked]/ways:block"

/**
 * Two boxes, one for the client and one for colleagues, that can't be taken for one another: their
 * colour, the line above, and the words of the button say who reads it. Each keeps what is in it.
 */
export function TicketComposer({ data }: { data: ComposerData }) {
  const { words, reply } = data
  return (
    <div className="group/ways">
      <fieldset className="mb-2 flex flex-wrap gap-1">
        <legend className="sr-only">{words.compose}</legend>
        {reply && (
          <label
            className={`${way} has-checked:border-outside has-checked:bg-outside-wash has-checked:font-semibold has-checked:text-outside`}
          >
            <input {...choice("reply", true)} />
            <Icon name="globe" size={14} />
            {words.reply}
          </label>
        )}
        <label
          className={`${way} has-checked:border-line-field has-checked:bg-sunken has-checked:font-semibold has-checked:text-ink`}
        >
          <input {...choice("note", !reply)} />
          <Icon name="lock" size={14} />
          {words.note}
        </label>
      </fieldset>
      {reply && (
        <div className={shown("reply")}>
          <Reply data={data} />
        </div>
      )}
      <div className={shown("note")}>
        <Note data={data} />
      </div>
    </div>
  )
}

const choice = (value: "reply" | "note", first: boolean) => ({
  ...{ type: "radio", name: "way", id: `way-${value}`, value, defaultChecked: first },
  className: "absolute inset-0 appearance-none outline-none",
})

function Reply({ data }: { data: ComposerData }) {
  const { id, words, help, attach, canned, keys } = data
  const outward = { stop: data.stop, kinds: help.sensitive.kinds }
  const [asked, ask, asking] = useActionState(askTicketAction, null)
  return (
    <>
      <p className="mb-1.5 flex items-center gap-1.5 text-meta text-outside">
        <Icon name="globe" size={12} />
        {words.replyNote}
      </p>
      <ComposeForm
        {...{ id, help, attach, outward, formKey: keys.reply, busy: asking, typed: typedIn(asked) }}
        label={words.replyBox}
        action={replyTicketAction}
        frame="rounded-box !border-outside"
        offer={(put) => canned.length > 0 && <Canned {...{ canned, put }} label={words.canned} />}
        buttons={(busy, done, text) => (
          <>
            <Button type="submit" tone="primary" size="m" icon="send-horizontal" disabled={busy}>
              {words.reply}
            </Button>
            {data.ask && (
              <Button type="submit" size="m" icon="hand" formAction={ask} disabled={busy}>
                {words.ask}
              </Button>
            )}
            <Asked answer={asked} done={done} />
            <WaysOut
              answer={asked}
              text={typedIn(asked)}
              now={text}
              words={outward}
              formAction={ask}
            />
          </>
        )}
      />
    </>
  )
}

/** The second button answers for itself. */
function Asked({
  answer,
  done,
}: {
  answer: Awaited<ReturnType<typeof askTicketAction>> | null
  done: () => void
}) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer clears the box once
  useEffect(() => {
    if (answer?.ok) done()
  }, [answer])
  if (answer?.ok !== false || stopIn(answer) || answer.fields?.outwardReason) return null
  return <FieldError>{answer.fields?.body ?? answer.message}</FieldError>
}

function Note({ data: { id, words, help, attach, keys } }: { data: ComposerData }) {
  return (
    <>
      <p className="mb-1.5 flex items-center gap-1.5 text-meta text-ink-2">
        <Icon name="lock" size={12} />
        {words.noteNote}
      </p>
      <ComposeForm
        {...{ id, help, attach, formKey: keys.note }}
        label={words.noteBox}
        action={noteTicketAction}
        frame="rounded-box border-dashed bg-sunken"
        buttons={(busy) => (
          <Button type="submit" size="m" icon="lock" disabled={busy}>
            {words.noteSend}
          </Button>
        )}
      />
    </>
  )
}

function Canned({
  canned,
  put,
  label,
}: {
  canned: ComposerData["canned"]
  put: (text: string) => void
  label: string
}) {
  return (
    <fieldset className="needs-script mb-1.5 flex flex-wrap gap-1.5">
      <legend className="sr-only">{label}</legend>
      {canned.map(({ id, title, body }) => (
        <button
          key={id}
          type="button"
          title={body}
          onClick={() => put(body)}
          className="h-6 rounded-chip border border-line bg-surface px-2 text-meta text-ink-2 hover:bg-hover max-md:h-9 max-md:px-3"
        >
          {title}
        </button>
      ))}
    </fieldset>
  )
}
