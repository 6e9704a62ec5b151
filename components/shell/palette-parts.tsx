"use client"

import { Close } from "@radix-ui/react-dialog"
import { Command } from "cmdk"
import type { PaletteWords } from "@/components/shell/frame-words"
import { Icon } from "@/components/ui/icon"
import { Kbd } from "@/components/ui/kbd"

export function PaletteHead({
  label,
  query,
  setQuery,
  close,
}: {
  label: string
  query: string
  setQuery: (query: string) => void
  close: string
}) {
  return (
    <div className="flex h-13 shrink-0 items-center gap-3 border-b border-line px-4">
      <Icon name="search" />
      <Command.Input
        value={query}
        onValueChange={setQuery}
        placeholder={label}
        className="min-w-0 flex-1 bg-transparent text-[16px] leading-6 outline-none"
      />
      <Close aria-label={close} className="max-md:grid max-md:size-11 max-md:place-items-center">
        <span className="max-md:hidden">
          <Kbd>Esc</Kbd>
        </span>
        <Icon name="x" className="md:hidden" />
      </Close>
    </div>
  )
}

export function PaletteScopes({
  words,
  scope,
  setScope,
}: {
  words: PaletteWords
  scope: number
  setScope: (scope: number) => void
}) {
  return (
    <fieldset className="flex min-w-0 shrink-0 items-center gap-1 overflow-x-auto px-4 pt-2.5 pb-1">
      <legend className="sr-only">{words.scopesLabel}</legend>
      {words.scopes.map((one, at) => (
        <button
          key={one.key}
          type="button"
          aria-pressed={at === scope}
          onClick={() => setScope(at)}
          className="h-6 shrink-0 rounded-field border border-line px-2 text-control text-ink-2 hover:bg-hover aria-pressed:border-accent aria-pressed:font-semibold aria-pressed:text-accent-ink max-md:h-9"
        >
          {one.label}
        </button>
      ))}
      <span className="ml-auto flex items-center gap-1.5 pl-2 text-meta whitespace-nowrap text-ink-3 max-md:hidden">
        <Kbd>Tab</Kbd>
        {words.changeScope}
      </span>
    </fieldset>
  )
}

export function PaletteFoot({ words }: { words: PaletteWords }) {
  return (
    <div className="flex h-9 shrink-0 items-center gap-4 border-t border-line px-4 text-meta text-ink-3 max-md:hidden">
      <span className="flex items-center gap-1.5">
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd>
        {words.choose}
      </span>
      <span className="flex items-center gap-1.5">
        <Kbd>↵</Kbd>
        {words.open}
      </span>
      <span className="ml-auto flex gap-3">
        {words.hints.map((hint) => (
          <span key={hint}>{hint}</span>
        ))}
      </span>
    </div>
  )
}
