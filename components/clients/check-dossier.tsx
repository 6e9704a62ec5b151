"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { filled } from "@/components/ui/filled"
import { FormError } from "@/components/ui/form-error"
import { Icon } from "@/components/ui/icon"
import { checkDossierAction } from "@/lib/clients/dossier-actions"

/** 检查: whether it, and all before it, are what they were when they were sealed. */
export function CheckDossier({
  id,
  words,
}: {
  id: number
  words: { check: string; label: string; intact: string; broken: string; missing: string }
}) {
  const [answer, submit, checking] = useActionState(checkDossierAction, null)
  const { state, nth } = answer?.ok ? answer.value : { state: null, nth: 0 }
  const intact = state === "intact"
  return (
    <form action={submit} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="id" value={id} />
      {answer?.ok === false && <FormError>{answer.message}</FormError>}
      {state && (
        <span
          role="status"
          className={`inline-flex items-center gap-1 text-meta ${intact ? "text-done" : "text-cinnabar-ink"}`}
        >
          <Icon name={intact ? "check" : "circle-alert"} size={14} />
          {filled(words[state], { nth })}
        </span>
      )}
      <Button type="submit" aria-label={words.label} disabled={checking}>
        {words.check}
      </Button>
    </form>
  )
}
