"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { FormError } from "@/components/ui/form-error"
import { Textarea } from "@/components/ui/textarea"
import { decideOutwardAction, withdrawOutwardAction } from "@/lib/outward/actions"

/** 放行 or 不放行, for who is cleared; 撤回申请 for its author. */
export function RequestActs({
  id,
  decides,
  withdraws,
  words,
}: {
  id: number
  decides: boolean
  withdraws: boolean
  words: { release: string; refuse: string; note: string; withdraw: string }
}) {
  const [decided, decide, deciding] = useActionState(decideOutwardAction, null)
  const [withdrawn, withdraw, withdrawing] = useActionState(withdrawOutwardAction, null)
  const failed = [decided, withdrawn].find((answer) => answer?.ok === false)
  return (
    <div className="mt-4">
      {failed?.ok === false && <FormError>{failed.message}</FormError>}
      {decides && (
        <form action={decide} className="max-w-130">
          <input type="hidden" name="id" value={id} />
          <Field label={words.note}>
            {(wiring) => <Textarea {...wiring} name="note" rows={2} maxLength={500} />}
          </Field>
          <div className="mt-3 flex gap-2">
            <Button
              type="submit"
              size="m"
              tone="primary"
              name="accepts"
              value="yes"
              disabled={deciding}
            >
              {words.release}
            </Button>
            <Button type="submit" size="m" name="accepts" value="no" disabled={deciding}>
              {words.refuse}
            </Button>
          </div>
        </form>
      )}
      {withdraws && (
        <form action={withdraw}>
          <input type="hidden" name="id" value={id} />
          <Button type="submit" size="m" disabled={withdrawing}>
            {words.withdraw}
          </Button>
        </form>
      )}
    </div>
  )
}
