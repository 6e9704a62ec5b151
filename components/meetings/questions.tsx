"use client"

import { useActionState, useState } from "react"
import { Button } from "@/components/ui/button"
import { Face } from "@/components/ui/face"
import { FormKey } from "@/components/ui/form-key"
import { Input } from "@/components/ui/input"
import { Section } from "@/components/ui/section"
import { askQuestionAction, closeQuestionAction } from "@/lib/meetings/live-actions"

interface Question {
  id: number
  text: string
  person: { id: number; name: string; face: number | null }
}

/** What waits to be asked, the first to ask first. */
export function Questions({
  id,
  questions,
  mayAsk,
  mayClose,
  formKey,
  words,
}: {
  id: number
  questions: readonly Question[]
  mayAsk: boolean
  mayClose: boolean
  formKey: string
  words: { title: string; ask: string; label: string; close: string }
}) {
  const [answer, ask, asking] = useActionState(askQuestionAction, null)
  const [heard, setHeard] = useState<{ answer: unknown; turn: number }>({ answer: null, turn: 0 })
  // Each question that was put is followed by another one, with a key of its own.
  if (answer !== heard.answer) setHeard({ answer, turn: heard.turn + (answer?.ok ? 1 : 0) })
  const [, close, closing] = useActionState(closeQuestionAction, null)
  return (
    <Section title={words.title} count={questions.length} size="small">
      <ul>
        {questions.map((question) => (
          <li key={question.id} className="flex items-start gap-2 py-1 text-control">
            <Face person={question.person} size={20} named />
            <span className="min-w-0 flex-1">{question.text}</span>
            {mayClose && (
              <form action={close}>
                <input type="hidden" name="id" value={id} />
                <input type="hidden" name="question" value={question.id} />
                <Button type="submit" tone="quiet" disabled={closing}>
                  {words.close}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {mayAsk && (
        <form action={ask} className="mt-1 flex gap-2">
          <input type="hidden" name="id" value={id} />
          <FormKey seed={formKey} turn={heard.turn} />
          <Input
            name="text"
            aria-label={words.label}
            placeholder={words.label}
            required
            maxLength={500}
          />
          <Button type="submit" size="m" disabled={asking}>
            {words.ask}
          </Button>
        </form>
      )}
      {answer?.ok === false && (
        <p role="alert" className="text-meta text-cinnabar-ink">
          {answer.message}
        </p>
      )}
    </Section>
  )
}
