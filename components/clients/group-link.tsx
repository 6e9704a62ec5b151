"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { Select } from "@/components/ui/select"
import { linkGroupAction, unlinkGroupAction } from "@/lib/clients/dossier-actions"

/** Links a client group to the client, or takes one off it. */
export function GroupLink({
  clientId,
  linked,
  choices = [],
  words,
}: {
  clientId: number
  linked?: { id: number; name: string }
  choices?: readonly { id: number; name: string }[]
  words: { choose: string; link: string; unlink: string }
}) {
  const [answer, submit, sending] = useActionState(
    linked ? unlinkGroupAction : linkGroupAction,
    null,
  )
  return (
    <form action={submit} className="mt-3 flex flex-wrap items-center gap-2 first:mt-0">
      <input type="hidden" name="id" value={clientId} />
      {answer?.ok === false && <FormError>{answer.message}</FormError>}
      {linked ? (
        <input type="hidden" name="group" value={linked.id} />
      ) : (
        <Select name="group" aria-label={words.choose} required defaultValue="" className="w-60">
          <option value="" disabled>
            {words.choose}
          </option>
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <Button
        type="submit"
        {...(linked && { tone: "quiet", "aria-label": `${words.unlink} ${linked.name}` })}
        disabled={sending}
      >
        {linked ? words.unlink : words.link}
      </Button>
    </form>
  )
}
