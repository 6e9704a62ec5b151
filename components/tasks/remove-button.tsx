"use client"

import { useActionState, useEffect } from "react"
import { cx } from "@/components/ui/cx"
import { IconButton } from "@/components/ui/icon-button"
import { toast } from "@/components/ui/toast"
import { removeMatterFileAction } from "@/lib/matters/file-actions"
import { removeFileAction } from "@/lib/tasks/file-actions"
import { unlinkTaskAction } from "@/lib/tasks/link-actions"

const ways = {
  file: { action: removeFileAction, field: "file" },
  matterFile: { action: removeMatterFileAction, field: "file" },
  link: { action: unlinkTaskAction, field: "before" },
}

/** × behind what hangs on a record: a form with one button. */
export function RemoveButton({
  does,
  id,
  which,
  label,
  className,
}: {
  does: keyof typeof ways
  id: number
  which: number
  label: string
  className?: string
}) {
  const { action, field } = ways[does]
  const [answer, submit, sending] = useActionState(action, null)
  useEffect(() => {
    if (answer?.ok === false) toast(answer.message)
  }, [answer])
  return (
    <form action={submit} className="ml-auto shrink-0">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name={field} value={which} />
      <IconButton
        type="submit"
        icon="x"
        label={label}
        disabled={sending}
        className={cx("size-7 max-md:size-11", className)}
      />
    </form>
  )
}
