/** On `http://` inside a company browsers keep the clipboard to the old way. */
export async function putInClipboard(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  const before = document.activeElement
  const box = document.createElement("textarea")
  box.value = text
  document.body.append(box)
  box.select()
  document.execCommand("copy")
  box.remove()
  if (before instanceof HTMLElement) before.focus()
}
