"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { Textarea } from "@/components/ui/textarea"
import { answerObjectionAction, objectAction } from "@/lib/meetings/objection-actions"

/** What is wrong and why, to host and note-taker. */
export function ObjectionForm({
  id,
  words,
}: {
  id: number
  words: { object: string; what: string; whatHint: string; why: string; send: string }
}) {
  const [answer, submit, sending] = useActionState(objectAction, null)
  return (
    <details className="mt-2">
      <summary className="button button-plain button-s cursor-pointer list-none">
        {words.object}
      </summary>
      <form
        // Sent, it is empty again; what failed stays as it was typed.
        key={answer?.ok ? answer.value : 0}
        action={submit}
        className="mt-2 grid gap-2"
      >
        <input type="hidden" name="id" value={id} />
        <Textarea
          name="what"
          aria-label={words.what}
          placeholder={`${words.what}：${words.whatHint}`}
          rows={2}
          required
          maxLength={1_000}
          defaultValue={answer?.ok === false ? answer.typed?.what : ""}
        />
        <Textarea
          name="why"
          aria-label={words.why}
          placeholder={words.why}
          rows={2}
          required
          maxLength={1_000}
          defaultValue={answer?.ok === false ? answer.typed?.why : ""}
        />
        <Failed answer={answer} />
        <Button type="submit" tone="primary" disabled={sending} className="justify-self-start">
          {words.send}
        </Button>
      </form>
    </details>
  )
}

/** Corrected, or kept as it is: either with a reason. */
export function ObjectionAnswerForm({
  id,
  objection,
  words,
}: {
  id: number
  objection: number
  words: { answer: string; corrected: string; kept: string }
}) {
  const [answer, submit, sending] = useActionState(answerObjectionAction, null)
  return (
    <form action={submit} className="mt-2 grid gap-2">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="objection" value={objection} />
      <Textarea
        name="answer"
        aria-label={words.answer}
        placeholder={words.answer}
        rows={2}
        required
        maxLength={1_000}
        defaultValue={answer?.ok === false ? answer.typed?.answer : ""}
      />
      <Failed answer={answer} />
      <span className="flex gap-2">
        <Button type="submit" name="outcome" value="corrected" disabled={sending}>
          {words.corrected}
        </Button>
        <Button type="submit" name="outcome" value="kept" disabled={sending}>
          {words.kept}
        </Button>
      </span>
    </form>
  )
}

const Failed = ({ answer }: { answer: { ok: boolean; message?: string } | null }) =>
  answer?.ok === false ? (
    <p role="alert" className="text-meta text-cinnabar-ink">
      {answer.message}
    </p>
  ) : null
