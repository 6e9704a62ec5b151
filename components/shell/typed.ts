export type Typed = { name: string; label: string; value: string }

/** What a person wrote and hasn't sent: fields whose text differs from what the page put there. */
export function keepTyped(within: HTMLElement | null): Typed[] {
  const fields = within?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    "textarea, input:not([type]), input[type=text], input[type=search]",
  )
  return Array.from(fields ?? [])
    .filter((field) => field.value.trim() !== "" && field.value !== field.defaultValue)
    .map((field, at) => ({
      name: `${field.name}-${at}`,
      label: field.labels?.[0]?.textContent ?? field.ariaLabel ?? field.placeholder,
      value: field.value,
    }))
}
