"use client"

import { useEffect } from "react"
import { registerShortcut } from "@/components/shell/shortcuts"
import { ListKeys } from "@/components/ui/list-keys"

interface Words {
  group: string
  down: string
  up: string
  person: string
  object: string
}

/** J and K walk, Enter opens; F and O follow what the open row offers. */
export function AuditKeys({ words }: { words: Words }) {
  const { group, person, object, down, up } = words
  useEffect(() => {
    const press = (what: string) => () => document.querySelector<HTMLElement>(what)?.click()
    const undo = [
      registerShortcut({ keys: "f", label: person, group, run: press("[data-person]") }),
      registerShortcut({ keys: "o", label: object, group, run: press("[data-object]") }),
    ]
    return () => {
      for (const run of undo) run()
    }
  }, [group, person, object])
  return <ListKeys group={group} down={down} up={up} />
}
