"use client"

import { type ReactNode, useActionState, useEffect, useRef } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"
import { dangerItem, menuItem } from "@/components/ui/menu-look"
import {
  archiveGroupAction,
  decideRequestAction,
  joinGroupAction,
  leaveGroupAction,
  muteGroupAction,
  openDirectAction,
  pinGroupAction,
  readAnnouncementAction,
  removeMemberAction,
  reopenGroupAction,
  setOnCallAction,
  setRoleAction,
} from "@/lib/groups/actions"
import type { Result } from "@/lib/platform/result"

const actions = {
  archive: archiveGroupAction,
  reopen: reopenGroupAction,
  join: joinGroupAction,
  leave: leaveGroupAction,
  remove: removeMemberAction,
  role: setRoleAction,
  onCall: setOnCallAction,
  decide: decideRequestAction,
  mute: muteGroupAction,
  pin: pinGroupAction,
  read: readAnnouncementAction,
  direct: openDirectAction,
}

export interface GroupActWords {
  act: keyof typeof actions
  /** What the action is sent. */
  fields: Record<string, string | number>
  /** The accessible name, where the word alone isn't enough. */
  label?: string
  icon?: IconName
  children: ReactNode
}

function useAct(act: keyof typeof actions) {
  const [answer, submit, sending] = useActionState<Result<unknown> | null, FormData>(
    actions[act],
    null,
  )
  return { submit, sending, done: answer?.ok === true ? answer : null, failed: problemOf(answer) }
}

const problemOf = (answer: Result<unknown> | null): string | undefined =>
  answer && !answer.ok ? (Object.values(answer.fields ?? {})[0] ?? answer.message) : undefined

function Sent({ fields }: { fields: GroupActWords["fields"] }) {
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}

/** One change of a group as one button; a plain form without JavaScript. */
export function GroupAct({
  act,
  fields,
  label,
  icon,
  tone,
  size,
  wide,
  children,
}: GroupActWords & {
  tone?: "primary" | "plain" | "quiet" | "danger"
  size?: "s" | "m"
  wide?: boolean
}) {
  const { submit, sending, failed } = useAct(act)
  return (
    <form action={submit} className={wide ? "w-full" : undefined}>
      <Sent fields={fields} />
      <Button type="submit" aria-label={label} disabled={sending} {...{ tone, size, icon, wide }}>
        {children}
      </Button>
      {failed && <FieldError>{failed}</FieldError>}
    </form>
  )
}

/** The same in a menu, which goes away when it is done. */
export function GroupMenuAct({
  act,
  fields,
  icon,
  danger = false,
  children,
}: GroupActWords & { danger?: boolean }) {
  const { submit, sending, done, failed } = useAct(act)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (done) form.current?.closest<HTMLElement>(":popover-open")?.hidePopover()
  }, [done])
  return (
    <form ref={form} action={submit}>
      <Sent fields={fields} />
      <button
        type="submit"
        disabled={sending}
        className={`${danger ? dangerItem : menuItem} hover:bg-hover`}
      >
        {icon && <Icon name={icon} />}
        {children}
      </button>
      {failed && (
        <div className="px-2 pb-1.5">
          <FieldError>{failed}</FieldError>
        </div>
      )}
    </form>
  )
}
