"use client"

import dynamic from "next/dynamic"
import { useEffect, useState } from "react"
import type { PaletteAction, PaletteSearch, PaletteWords } from "@/components/shell/frame-words"
import { Icon } from "@/components/ui/icon"
import { Kbd } from "@/components/ui/kbd"

const Palette = dynamic(() => import("@/components/shell/palette"), { ssr: false })

/** A GET form to /search without script; with it, a press or ⌘K opens the palette. */
export function SearchField({
  label,
  words,
  search,
  actions,
}: {
  label: string
  words: PaletteWords
  search: PaletteSearch
  actions: PaletteAction[]
}) {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener("keydown", onKeyDown)
    return () => document.removeEventListener("keydown", onKeyDown)
  }, [])
  return (
    <search className="md:w-80">
      <form action="/search" className="relative max-md:contents">
        <Icon
          name="search"
          size={14}
          className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3 max-md:hidden"
        />
        <input
          type="search"
          name="q"
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          onPointerDown={(event) => {
            event.preventDefault()
            setOpen(true)
          }}
          className="h-7.5 w-full rounded-field border border-line bg-paper pr-12 pl-8 text-control max-md:hidden"
        />
        <span className="needs-script pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 max-md:hidden">
          <Kbd>⌘K</Kbd>
        </span>
      </form>
      <a
        href="/search"
        aria-label={label}
        className="grid size-11 place-items-center text-ink-2 md:hidden"
        onClick={(event) => {
          event.preventDefault()
          setOpen(true)
        }}
      >
        <Icon name="search" size={22} />
      </a>
      {open && <Palette {...{ label, words, search, actions }} onClose={() => setOpen(false)} />}
    </search>
  )
}
