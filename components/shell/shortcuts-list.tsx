"use client"

import { useRef, useState } from "react"
import type { Shortcut } from "@/components/shell/shortcuts"
import { Input } from "@/components/ui/input"
import { Kbd } from "@/components/ui/kbd"
import { useTypedBefore } from "@/components/ui/use-typed-before"

export type NamedKeys = Pick<Shortcut, "keys" | "label" | "group">

/** Keys and what they do, by group, with a field to find one. */
export function ShortcutsList({
  all,
  words,
}: {
  all: readonly NamedKeys[]
  words: { filter: string; none: string }
}) {
  const [query, setQuery] = useState("")
  const field = useRef<HTMLInputElement>(null)
  useTypedBefore(field, query, setQuery)
  const wanted = query.trim().toLowerCase()
  const found = all.filter((one) => `${one.label} ${one.keys}`.toLowerCase().includes(wanted))
  const groups = Map.groupBy(found, (one) => one.group)
  return (
    <>
      <Input
        ref={field}
        type="search"
        aria-label={words.filter}
        placeholder={words.filter}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {found.length === 0 && <p className="mt-4 text-control text-ink-2">{words.none}</p>}
      <div className="mt-4 gap-x-8 md:columns-2">
        {Array.from(groups, ([group, shortcuts]) => (
          <section key={group} className="mb-4 break-inside-avoid">
            <h3 className="text-meta text-ink-3">{group}</h3>
            <dl>
              {shortcuts.map((one) => (
                <div key={one.keys} className="flex h-8 items-center border-b border-line-soft">
                  <dt className="flex-1 truncate text-control">{one.label}</dt>
                  <dd className="flex gap-1">
                    {one.keys.split(" ").map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  )
}
