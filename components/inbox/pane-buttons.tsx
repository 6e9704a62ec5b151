"use client"

import { useRouter } from "next/navigation"
import { useActionState, useEffect } from "react"
import type { HandleWords } from "@/components/inbox/handle-buttons"
import { Button } from "@/components/ui/button"
import { IconButton } from "@/components/ui/icon-button"
import { handleBundleAction } from "@/lib/notifications/actions"

/** 处理完 and 稍后 for the record that is open; what is dealt with gives way to the list. */
export function PaneButtons({
  id,
  state,
  back,
  words,
}: {
  id: number
  state: "open" | "later" | "done"
  back: string
  words: HandleWords
}) {
  const router = useRouter()
  const [answer, submit, busy] = useActionState(handleBundleAction, null)
  useEffect(() => {
    if (answer?.ok) router.push(back, { scroll: false })
  }, [answer, back, router])
  const to = (value: string) => ({ type: "submit", name: "to", value, disabled: busy }) as const
  const quiet = "max-md:border-transparent max-md:bg-transparent max-md:px-2"
  return (
    <form action={submit} className="flex shrink-0 items-center gap-1">
      <input type="hidden" name="id" value={id} />
      {state !== "done" && (
        <Button {...to("done")} icon="check" data-inbox="d" className={quiet}>
          {words.done}
        </Button>
      )}
      {state === "open" && (
        <Button {...to("later")} icon="alarm-clock" data-inbox="h" className={quiet}>
          {words.later}
        </Button>
      )}
      {state !== "open" && (
        <Button {...to("open")} icon="undo-2">
          {words.open}
        </Button>
      )}
      <IconButton
        {...to("unread")}
        icon="mail"
        label={words.unread}
        data-inbox="u"
        className="max-md:hidden"
      />
    </form>
  )
}
