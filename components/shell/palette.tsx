"use client"

import * as Radix from "@radix-ui/react-dialog"
import { Command } from "cmdk"
import { useRouter } from "next/navigation"
import { type KeyboardEvent, useEffect, useState } from "react"
import type { PaletteAction, PaletteSearch, PaletteWords } from "@/components/shell/frame-words"
import { PaletteFoot, PaletteHead, PaletteScopes } from "@/components/shell/palette-parts"
import { PaletteActions, PaletteGroups } from "@/components/shell/palette-rows"
import { usePaletteSearch } from "@/components/shell/use-palette-search"
import { lendNonce } from "@/components/ui/style-nonce"
import { useOpener } from "@/components/ui/use-opener"

lendNonce()

/** 680 wide, 96 from the top; the whole page on a phone. */
export default function Palette({
  label,
  words,
  search,
  actions,
  onClose,
}: {
  label: string
  words: PaletteWords
  search: PaletteSearch
  actions: PaletteAction[]
  onClose: () => void
}) {
  const router = useRouter()
  const [query, setQuery] = useState("")
  const [scope, setScope] = useState(0)
  const opener = useOpener()
  const key = words.scopes[scope]?.key ?? ""
  const { groups, busy } = usePaletteSearch(search, query, key)
  const typed = query.replace(/^[>@#]/, "").trim()
  const first = groups.flatMap((group) => group.items).at(0)?.href ?? ""
  const [chosen, setChosen] = useState("")
  // What was found now comes first, whatever was chosen among the older answers.
  useEffect(() => setChosen(first), [first])
  const open = (href: string) => {
    onClose()
    router.push(href)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== "Tab" || words.scopes.length < 2) return
    event.preventDefault()
    const step = event.shiftKey ? words.scopes.length - 1 : 1
    setScope((scope + step) % words.scopes.length)
  }
  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={opener.note}
          onCloseAutoFocus={opener.back}
          className="fixed z-50 animate-rise bg-raised shadow-raised outline-none max-md:inset-0 md:top-24 md:left-1/2 md:w-[680px] md:max-w-[calc(100vw-2rem)] md:-translate-x-1/2 border-line md:rounded-box md:border"
        >
          <Radix.Title className="sr-only">{label}</Radix.Title>
          <Command
            label={label}
            shouldFilter={false}
            value={chosen}
            onValueChange={setChosen}
            className="flex h-full flex-col"
            onKeyDown={onKeyDown}
          >
            <PaletteHead {...{ label, query, setQuery, close: words.close }} />
            <PaletteScopes {...{ words, scope, setScope }} />
            <Command.List
              label={label}
              className="min-h-0 flex-1 scroll-py-2 overflow-y-auto px-1.5 pb-2 md:max-h-[min(440px,60vh)]"
            >
              <PaletteGroups {...{ groups, typed, open }} />
              <PaletteActions {...{ actions, words, typed, open }} />
            </Command.List>
            <p role="status" className="px-4 pb-2 empty:hidden text-meta text-ink-3">
              {busy ? words.busy : typed && groups.length === 0 ? words.none : ""}
            </p>
            <PaletteFoot words={words} />
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
