"use client"

import { type ComponentProps, useEffect, useId, useRef, useState } from "react"
import { InputField } from "@/components/ui/input"
import { findClients } from "@/lib/tickets/client-reading"

const pause = 250

/**
 * A client by its name, looked for while one types. Without script the latest are offered, and any
 * name may be written in full.
 */
export function ClientField({
  offered: first,
  ...rest
}: { offered: readonly string[] } & Omit<ComponentProps<typeof InputField>, "list" | "onInput">) {
  const [offered, offer] = useState(first)
  const list = useId()
  const wait = useRef<ReturnType<typeof setTimeout>>(undefined)
  const turn = useRef(0)
  useEffect(() => () => clearTimeout(wait.current), [])
  const look = async (typed: string) => {
    turn.current += 1
    const mine = turn.current
    const found = await findClients(typed)
    if (mine === turn.current) offer(found.map(({ name }) => name))
  }
  return (
    <>
      <InputField
        {...rest}
        list={list}
        autoComplete="off"
        maxLength={200}
        onInput={(event) => {
          const typed = event.currentTarget.value
          clearTimeout(wait.current)
          wait.current = setTimeout(() => void look(typed), pause)
        }}
      />
      <datalist id={list}>
        {offered.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}
