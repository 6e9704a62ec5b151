export type Shortcut = {
  /** One key ("c") or two after one another ("g t"), as typed without modifiers. */
  keys: string
  label: string
  group: string
  run: () => void
}

const registered = new Set<Shortcut>()
const secondKeyWithin = 1_000

/** Adds a shortcut until the returned function is called. */
export function registerShortcut(shortcut: Shortcut) {
  registered.add(shortcut)
  return () => registered.delete(shortcut)
}

/**
 * Everything that a key does on this page: what was registered, and every element that carries
 * `data-shortcut="c"` (pressed as if clicked; named by `data-shortcut-label` or its own name).
 */
export function listShortcuts(here: string): Shortcut[] {
  const declared = Array.from(document.querySelectorAll<HTMLElement>("[data-shortcut]"))
  const pressed = declared.map((element) => ({
    keys: element.dataset.shortcut ?? "",
    label: element.dataset.shortcutLabel ?? element.ariaLabel ?? element.textContent ?? "",
    group: element.dataset.shortcutGroup ?? here,
    run: () => element.click(),
  }))
  return [...registered, ...pressed]
}

/** Whether keys belong to what is focused: a field, an open menu or dialog. */
function isTaken(event: KeyboardEvent) {
  // 229: an input method is composing, whatever else the browser says.
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return true
  if (event.metaKey || event.ctrlKey || event.altKey) return true
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  const field = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]"
  if (target.closest(`${field}, [role=menu], [role=listbox]`)) return true
  return document.querySelector("[role=dialog], [popover]:popover-open") !== null
}

function keyOf(event: KeyboardEvent) {
  return event.key.length === 1 && !event.shiftKey ? event.key.toLowerCase() : event.key
}

/** Listens until the returned function is called; the frame does this once. */
export function listenForShortcuts() {
  let first = ""
  let firstAt = 0
  const onKeyDown = (event: KeyboardEvent) => {
    if (isTaken(event)) return
    const key = keyOf(event)
    const typed = first && event.timeStamp - firstAt < secondKeyWithin ? `${first} ${key}` : key
    const all = listShortcuts("")
    const match = all.find((shortcut) => shortcut.keys === typed)
    first = ""
    if (match) {
      event.preventDefault()
      match.run()
    } else if (all.some((shortcut) => shortcut.keys.startsWith(`${key} `))) {
      first = key
      firstAt = event.timeStamp
    }
  }
  document.addEventListener("keydown", onKeyDown)
  return () => document.removeEventListener("keydown", onKeyDown)
}
