"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { IconButton } from "@/components/ui/icon-button"
import { handleAllAction, handleBundleAction } from "@/lib/notifications/actions"
import type { InboxNarrowed } from "@/lib/notifications/inputs"

export type HandleWords = Record<"done" | "later" | "open" | "unread", string>

/** 处理完 and 稍后, shown on hover and focus, always on touch. Each is its own small form. */
export function HandleButtons({
  id,
  state,
  words,
}: {
  id: number
  state: "open" | "later" | "done"
  words: HandleWords
}) {
  const [, submit] = useActionState(handleBundleAction, null)
  return (
    <form
      action={submit}
      className="z-1 flex rounded-field bg-raised opacity-0 group-hover/bundle:opacity-100 group-focus-within/bundle:opacity-100 max-md:static max-md:-my-1 max-md:bg-transparent max-md:opacity-100 max-md:[&>:not([data-inbox=d])]:hidden md:absolute md:top-1.5 md:right-24 md:shadow-raised"
    >
      <input type="hidden" name="id" value={id} />
      {state !== "done" && (
        <IconButton
          type="submit"
          name="to"
          value="done"
          icon="check"
          label={words.done}
          data-inbox="d"
        />
      )}
      {state === "open" && (
        <IconButton
          type="submit"
          name="to"
          value="later"
          icon="alarm-clock"
          label={words.later}
          data-inbox="h"
        />
      )}
      {state !== "open" && (
        <IconButton type="submit" name="to" value="open" icon="undo-2" label={words.open} />
      )}
      <IconButton
        type="submit"
        name="to"
        value="unread"
        icon="mail"
        label={words.unread}
        data-inbox="u"
      />
    </form>
  )
}

/** Deals with all of what the list shows. */
export function HandleAll({ label, kind, unread }: { label: string } & InboxNarrowed) {
  const [, submit, busy] = useActionState(handleAllAction, null)
  return (
    <form action={submit}>
      <input type="hidden" name="kind" value={kind ?? ""} />
      <input type="hidden" name="unread" value={unread ?? ""} />
      <Button type="submit" icon="check-check" disabled={busy}>
        {label}
      </Button>
    </form>
  )
}
