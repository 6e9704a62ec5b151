"use client"

import { useActionState } from "react"
import { PasswordBox, type PasswordWords } from "@/components/people/password-box"
import { Button, ButtonLink } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { InputField } from "@/components/ui/input"
import {
  addSecondFactorAction,
  removeSecondFactorAction,
  renewCodesAction,
} from "@/lib/people/own-actions"

export type CodesWords = { codesTitle: string; codesOnce: string; done: string }

/** Ten codes, this one time. */
export function Codes({
  codes,
  words,
  done,
}: {
  codes: string[]
  words: CodesWords
  done: string
}) {
  return (
    <div role="status" className="flex flex-col gap-3">
      <h2 className="text-panel">{words.codesTitle}</h2>
      <p className="text-control text-ink-2">{words.codesOnce}</p>
      <ul className="grid w-fit grid-cols-2 gap-x-10 gap-y-1 rounded-field bg-sunken px-4 py-3 text-ui">
        {codes.map((code) => (
          <li key={code} className="one-word">
            {code}
          </li>
        ))}
      </ul>
      <div>
        <ButtonLink href={done} tone="primary" size="m">
          {words.done}
        </ButtonLink>
      </div>
    </div>
  )
}

export type AddWords = CodesWords & {
  code: string
  confirm: string
  scan: string
  picture: string
  key: string
}

/** The picture to scan, then the first code; and the password of who came in a while ago. */
export function AddSecondFactor({
  words,
  prove,
  picture,
  secret,
  done,
}: {
  words: AddWords
  prove: ProveWords & { asked: boolean }
  picture: string
  secret: string
  done: string
}) {
  const [answer, submit, sending] = useActionState(addSecondFactorAction, null)
  if (answer?.ok) return <Codes codes={answer.value} words={words} done={done} />
  return (
    <form action={submit} className="flex flex-col gap-4">
      <p className="text-control text-ink-2">{words.scan}</p>
      {/* biome-ignore lint/performance/noImgElement: a picture made on the spot */}
      <img
        src={picture}
        alt={words.picture}
        width={180}
        height={180}
        className="rounded-field border border-line"
      />
      <p className="text-control text-ink-2">
        {words.key}{" "}
        <code className="one-word text-ui text-ink">{secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
      {answer && !answer.fields && <FormError>{answer.message}</FormError>}
      <InputField
        label={words.code}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        error={answer?.fields?.code}
        className="max-w-48"
      />
      {/* Asked for, or by now. */}
      {(prove.asked || answer?.fields?.currentPassword) && (
        <div className="max-w-84">
          <PasswordBox
            label={prove.current}
            name="currentPassword"
            autoComplete="current-password"
            required
            words={prove}
            error={answer?.fields?.currentPassword}
          />
        </div>
      )}
      <div>
        <Button type="submit" tone="primary" size="m" disabled={sending}>
          {words.confirm}
        </Button>
      </div>
    </form>
  )
}

export type ProveWords = PasswordWords & { current: string; note: string; submit: string }

function Prove({
  words,
  answer,
  submit,
  sending,
  danger = false,
}: {
  words: ProveWords
  answer: { message: string; fields?: Record<string, string> } | undefined
  submit: (form: FormData) => void
  sending: boolean
  danger?: boolean
}) {
  return (
    <form action={submit} className="flex max-w-84 flex-col gap-4">
      <p className="text-control text-ink-2">{words.note}</p>
      {answer && !answer.fields && <FormError>{answer.message}</FormError>}
      <PasswordBox
        label={words.current}
        name="currentPassword"
        autoComplete="current-password"
        required
        words={words}
        error={answer?.fields?.currentPassword}
      />
      <div>
        <Button type="submit" tone={danger ? "danger" : "primary"} size="m" disabled={sending}>
          {words.submit}
        </Button>
      </div>
    </form>
  )
}

export function RemoveSecondFactor({ words }: { words: ProveWords }) {
  const [answer, submit, sending] = useActionState(removeSecondFactorAction, null)
  const failed = answer?.ok === false ? answer : undefined
  return <Prove words={words} answer={failed} submit={submit} sending={sending} danger />
}

export function RenewCodes({ words, done }: { words: ProveWords & CodesWords; done: string }) {
  const [answer, submit, sending] = useActionState(renewCodesAction, null)
  if (answer?.ok) return <Codes codes={answer.value} words={words} done={done} />
  return <Prove words={words} answer={answer ?? undefined} submit={submit} sending={sending} />
}
