export type Typed = { name: string; label: string; value: string }

const fields =
  "textarea, input:not([type]), input[type=text], input[type=search], input[type=datetime-local]"

/** Remembers that somebody typed here: React keeps a field's default equal to its value. */
export function noteTyping({ target }: { target: EventTarget }) {
  if (target instanceof HTMLElement && target.matches(fields)) target.dataset.typed = ""
}

/** What a person wrote and hasn't sent. */
export function keepTyped(within: HTMLElement | null): Typed[] {
  const typed = within?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("[data-typed]")
  return Array.from(typed ?? [])
    .filter((field) => field.value.trim() !== "")
    .map((field, at) => ({
      name: `${field.name}-${at}`,
      label: field.ariaLabel ?? field.labels?.[0]?.textContent ?? field.placeholder,
      value: field.value,
    }))
}
