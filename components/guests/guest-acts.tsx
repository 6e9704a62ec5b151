"use client"

import { useActionState } from "react"
import { SayOnceMore } from "@/components/guests/say-once-more"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { Input } from "@/components/ui/input"
import { ShownLink } from "@/components/ui/shown-link"
import {
  decideAction,
  endDeviceAction,
  extendAction,
  newLinkAction,
  revokeAction,
  takeOverAction,
} from "@/lib/guests/actions"

const actions = {
  decide: decideAction,
  device: endDeviceAction,
  extend: extendAction,
  revoke: revokeAction,
  take: takeOverAction,
}

/** One button that does one thing to an invitation. */
export function GuestAct({
  act,
  fields,
  tone = "plain",
  anyway = "",
  children,
}: {
  act: keyof typeof actions
  fields: Record<string, string | number>
  tone?: "plain" | "primary" | "quiet" | "danger"
  /** Where it opens something: opens it before all of it was looked through. */
  anyway?: string
  children: string
}) {
  const [answer, submit, sending] = useActionState(actions[act], null)
  return (
    <form action={submit} className="inline-block">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {answer?.ok === false && <FormError>{answer.message}</FormError>}
      <SayOnceMore answer={answer} anyway={anyway} />
      <Button type="submit" tone={tone} disabled={sending}>
        {children}
      </Button>
    </form>
  )
}

/** Another last day. */
export function ExtendForm({
  id,
  until,
  days,
  words,
}: {
  id: number
  until: string
  days: { today: string; last: string }
  words: { until: string; extend: string }
}) {
  const [answer, submit, sending] = useActionState(extendAction, null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit} className="flex items-center gap-2">
      <input type="hidden" name="id" value={id} />
      <Input
        key={until}
        name="until"
        type="date"
        aria-label={words.until}
        defaultValue={until}
        min={days.today}
        max={days.last}
        required
        className="w-44"
      />
      <Button type="submit" disabled={sending}>
        {words.extend}
      </Button>
      {failed && <FormError>{failed.fields?.until ?? failed.message}</FormError>}
    </form>
  )
}

/** A new link, shown this once. */
export function NewLinkForm({
  id,
  words,
}: {
  id: number
  words: { newLink: string; link: string; copy: string; copied: string }
}) {
  const [answer, submit, sending] = useActionState(newLinkAction, null)
  if (answer?.ok) return <ShownLink link={answer.value} words={words} />
  return (
    <form action={submit}>
      <input type="hidden" name="id" value={id} />
      {answer && <FormError>{answer.message}</FormError>}
      <Button type="submit" icon="link" disabled={sending}>
        {words.newLink}
      </Button>
    </form>
  )
}
