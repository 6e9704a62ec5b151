"use client"

import * as Radix from "@radix-ui/react-dialog"
import type { ReactNode } from "react"
import { cx } from "@/components/ui/cx"
import { IconButton } from "@/components/ui/icon-button"
import { lendNonce } from "@/components/ui/style-nonce"
import { useOpener } from "@/components/ui/use-opener"

lendNonce()

const widths = { s: "md:w-[432px]", m: "md:w-[560px]", l: "md:w-[720px]" }

/**
 * Head 48, then whatever is inside: `DialogBody` and `DialogFoot`, usually in one form.
 * Without `trigger` it is steered by `open` (a dialog that is a route stays `open`).
 */
export function Dialog({
  title,
  closeLabel,
  trigger,
  open,
  onOpenChange,
  size = "m",
  aside,
  children,
}: {
  title: ReactNode
  closeLabel: string
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  size?: keyof typeof widths
  /** Left of ×, such as 草稿 10:18 已存. */
  aside?: ReactNode
  children: ReactNode
}) {
  const opener = useOpener()
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            opener.note()
            focusFirstField(event)
          }}
          onCloseAutoFocus={opener.back}
          onEscapeKeyDown={leaveToList}
          className={cx(
            "fixed z-50 flex max-h-[92dvh] animate-rise flex-col rounded-box bg-raised border border-line shadow-raised outline-none",
            "max-md:inset-x-0 max-md:bottom-0 max-md:rounded-b-none max-md:pb-[env(safe-area-inset-bottom)]",
            "md:top-[6vh] md:left-1/2 md:max-h-[88vh] md:-translate-x-1/2",
            widths[size],
          )}
        >
          <div className="flex h-12 shrink-0 items-center gap-3 border-b border-line pr-3 pl-5">
            <Radix.Title className="min-w-0 flex-1 truncate text-panel">{title}</Radix.Title>
            {aside && <span className="text-meta text-ink-3">{aside}</span>}
            <Radix.Close asChild>
              <IconButton icon="x" label={closeLabel} />
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

const withList = "[role=combobox][aria-expanded=true], [aria-autocomplete]:not([role=combobox])"

/** Escape closes a list that is open in a field before it closes the dialog around it. */
function leaveToList(event: KeyboardEvent) {
  if (document.activeElement?.matches(withList)) event.preventDefault()
}

/** Writing starts at once; × would be the first stop otherwise. */
function focusFirstField(event: Event) {
  const dialog = document.querySelector("[role=dialog][data-state=open]")
  const field = dialog?.querySelector<HTMLElement>(
    "[autofocus], input:not([type=hidden], :disabled), textarea:not(:disabled), select:not(:disabled)",
  )
  if (!field) return
  event.preventDefault()
  field.focus()
}

export const DialogClose = Radix.Close
