export type Typed = { name: string; label: string; value: string }

const fields =
  "textarea, input:not([type]), input[type=text], input[type=search], input[type=datetime-local]"

/** Remembers that somebody typed here: React keeps a field's default equal to its value. */
export function noteTyping({ target }: { target: EventTarget }) {
  if (target instanceof HTMLElement && target.matches(fields)) target.dataset.typed = ""
}

/** What a person wrote and hasn't sent, or sent off without its having arrived (`data-unsent`). */
export function keepTyped(within: HTMLElement | null): Typed[] {
  const off = within?.querySelectorAll<HTMLElement>("[data-unsent]") ?? []
  const sent = Array.from(off, (words, at) => ({
    name: `unsent-${at}`,
    label: words.dataset.unsent ?? "",
    value: words.textContent,
  }))
  const typed = within?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("[data-typed]")
  const written = Array.from(typed ?? [])
    .filter((field) => field.value.trim() !== "")
    .map((field, at) => ({
      name: `${field.name}-${at}`,
      label: field.ariaLabel ?? field.labels?.[0]?.textContent ?? field.placeholder,
      value: field.value,
    }))
  return [...sent, ...written]
}
