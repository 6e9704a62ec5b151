"use client"

import { useEffect } from "react"

/** Arrow keys in a tree of departments: ↑ ↓ move, ← → close and open, or go to the one above, below. */
export function TreeKeys() {
  useEffect(() => {
    document.addEventListener("keydown", onKeyDown)
    return () => document.removeEventListener("keydown", onKeyDown)
  }, [])
  return null
}

const keys = new Map<string, (node: HTMLElement, all: HTMLElement[]) => HTMLElement | undefined>([
  ["ArrowDown", (node, all) => all[all.indexOf(node) + 1]],
  ["ArrowUp", (node, all) => all[all.indexOf(node) - 1]],
  ["ArrowRight", opened],
  ["ArrowLeft", closed],
])

function onKeyDown(event: KeyboardEvent) {
  const { target } = event
  if (event.isComposing || event.metaKey || event.ctrlKey || event.altKey) return
  if (!(target instanceof HTMLElement) || !target.closest("[data-tree]")) return
  const node = target.closest("li")?.querySelector<HTMLElement>("[data-node]")
  const move = keys.get(event.key)
  if (!node || !move) return
  event.preventDefault()
  const all = Array.from(
    target.closest("[data-tree]")?.querySelectorAll<HTMLElement>("[data-node]") ?? [],
  )
  move(
    node,
    all.filter((each) => each.checkVisibility()),
  )?.focus()
}

const foldOf = (node: HTMLElement) =>
  node.parentElement?.querySelector<HTMLDetailsElement>(":scope > details")

function opened(node: HTMLElement): HTMLElement | undefined {
  const fold = foldOf(node)
  if (!fold) return undefined
  if (fold.open) return fold.querySelector<HTMLElement>("[data-node]") ?? undefined
  fold.open = true
  return node
}

function closed(node: HTMLElement): HTMLElement | undefined {
  const fold = foldOf(node)
  if (fold?.open) {
    fold.open = false
    return node
  }
  return (
    node.parentElement?.parentElement?.closest("li")?.querySelector<HTMLElement>("[data-node]") ??
    undefined
  )
}
