"use client"

import { useEffect, useState } from "react"
import { Check } from "@/components/ui/steps"
import { checkPasswordAction } from "@/lib/people/check-action"
import type { PasswordOwner } from "@/lib/people/personal-parts"

export type CheckWords = {
  too_short: string
  common: string
  contains_phone: string
  contains_birthday: string
  contains_name: string
  /** When it has to be changed again; null when never. */
  later: string | null
}

const rules = [
  "too_short",
  "contains_birthday",
  "common",
  "contains_name",
  "contains_phone",
] as const

/** The rules under a new password while it is typed: met, broken with the part quoted, or open. */
export function PasswordChecks({
  password,
  person,
  words,
}: {
  password: string
  person?: () => PasswordOwner
  words: CheckWords
}) {
  const [broken, setBroken] = useState<Record<string, string> | null>(null)
  useEffect(() => {
    if (password === "") return setBroken(null)
    let late = false
    const timer = setTimeout(async () => {
      const answer = await checkPasswordAction({ password, ...(person && { person: person() }) })
      if (!late && answer.ok) setBroken(answer.value)
    }, 250)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [password, person])
  return (
    <ul aria-live="polite" className="mt-2.5 grid gap-x-4 gap-y-1 md:grid-cols-2">
      {rules.map((rule) => (
        <Check key={rule} state={broken === null ? "open" : broken[rule] ? "broken" : "met"}>
          {broken?.[rule] ?? words[rule]}
        </Check>
      ))}
      {words.later && <Check state="open">{words.later}</Check>}
    </ul>
  )
}
