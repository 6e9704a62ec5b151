const itemsOf = (box: HTMLElement) =>
  Array.from(box.querySelectorAll<SVGElement>("[role=treeitem]"))

const level = (item: Element | undefined) => Number(item?.getAttribute("aria-level") ?? 0)

type Step = (all: SVGElement[], at: number) => SVGElement | undefined

const steps = new Map<string, Step>([
  ["ArrowDown", (all, at) => all[at + 1]],
  ["ArrowUp", (all, at) => all[at - 1]],
  ["Home", (all) => all[0]],
  ["End", (all) => all.at(-1)],
  ["ArrowRight", (all, at) => (level(all[at + 1]) > level(all[at]) ? all[at + 1] : undefined)],
  ["ArrowLeft", (all, at) => all.slice(0, at).findLast((item) => level(item) < level(all[at]))],
])

/** Opens with → what is closed, closes with ← what is open: a press on the handle. */
function pressHandle(box: HTMLElement, item: SVGElement, key: string): boolean {
  const folded = key === "ArrowRight" ? "false" : "true"
  if (!key.match(/Right|Left/) || item.getAttribute("aria-expanded") !== folded) return false
  const id = item.dataset.key?.split(":")[1]
  const handle = box.querySelector(`[data-handle="${id}"]`)
  handle?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }))
  return handle !== null
}

/** Arrow keys in the tree; only one of its items is on the way of Tab. */
export function walkTree(box: HTMLElement): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const { target, key } = event
    if (event.metaKey || event.ctrlKey || event.altKey || !(target instanceof SVGElement)) return
    const all = itemsOf(box)
    const at = all.indexOf(target)
    const step = steps.get(key)
    if (at < 0 || !step) return
    event.preventDefault()
    if (!pressHandle(box, target, key)) step(all, at)?.focus()
  }
  const rove = () => {
    const all = itemsOf(box)
    const inside = all.find((item) => item === document.activeElement)
    const one = inside ?? all.find((item) => item.ariaSelected === "true") ?? all[0]
    for (const item of all) item.setAttribute("tabindex", item === one ? "0" : "-1")
  }
  const watch = new MutationObserver(rove)
  watch.observe(box, { childList: true, subtree: true })
  rove()
  box.addEventListener("keydown", onKeyDown)
  box.addEventListener("focusin", rove)
  return () => {
    watch.disconnect()
    box.removeEventListener("keydown", onKeyDown)
    box.removeEventListener("focusin", rove)
  }
}

/** Presses in the drawing and its head change the address without loading the page anew. */
export function followPress(go: (href: string) => void): () => void {
  const onClick = (event: MouseEvent) => {
    const { target } = event
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return
    const href =
      target instanceof Element ? target.closest("a[data-go]")?.getAttribute("href") : null
    if (!href) return
    event.preventDefault()
    go(href)
  }
  document.addEventListener("click", onClick)
  return () => document.removeEventListener("click", onClick)
}

/** The button stands in the head, which has no script of its own. */
export function followPrint(): () => void {
  const onClick = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest("[data-print]")) print()
  }
  document.addEventListener("click", onClick)
  return () => document.removeEventListener("click", onClick)
}
