"use client"

import { useActionState } from "react"
import type { HandleWords } from "@/components/inbox/handle-buttons"
import { chosenForm } from "@/components/shell/chosen-form"
import { Button } from "@/components/ui/button"
import { handleBundlesAction } from "@/lib/notifications/actions"

/**
 * What to do with the chosen rows, over the keys as long as there are any. Shown and counted by the
 * style sheet, cleared by the browser: nothing of it waits for a script.
 */
export function BulkBar({
  state,
  words,
}: {
  state: "open" | "later" | "done"
  words: HandleWords & Record<"label" | "chosen" | "clear", string>
}) {
  const [, submit, sending] = useActionState(handleBundlesAction, null)
  return (
    <form
      id={chosenForm}
      action={submit}
      aria-label={words.label}
      className="hidden min-h-11 flex-wrap items-center gap-x-3 gap-y-2 border-t border-line px-gutter py-1.5 text-control group-has-[[data-choose]:checked]/choosing:flex max-md:hidden!"
    >
      <span className="font-semibold after:ml-1 after:content-[counter(chosen)]">
        {words.chosen}
      </span>
      {state !== "done" && (
        <Button type="submit" name="to" value="done" icon="check" disabled={sending}>
          {words.done}
        </Button>
      )}
      {state === "open" ? (
        <Button type="submit" name="to" value="later" icon="alarm-clock" disabled={sending}>
          {words.later}
        </Button>
      ) : (
        <Button type="submit" name="to" value="open" icon="undo-2" disabled={sending}>
          {words.open}
        </Button>
      )}
      <Button type="reset" tone="quiet" className="ml-auto">
        {words.clear}
      </Button>
    </form>
  )
}
