export type TextBox = HTMLInputElement | HTMLTextAreaElement

/** A part of a text, in UTF-16 units. */
export interface Span {
  start: number
  end: number
}

/**
 * Puts other words in place of a part of what is written, as if typed: undo takes it back, and
 * whoever listens for `input` hears of it. The caret stands behind it afterwards.
 */
export function replaceText(field: TextBox, { start, end }: Span, text: string): void {
  field.focus()
  field.setSelectionRange(start, end)
  // The one way that browsers remember for undo; where it is gone the text is set instead.
  if (field.ownerDocument.execCommand("insertText", false, text)) return
  field.setRangeText(text, start, end, "end")
  field.dispatchEvent(
    new InputEvent("input", { bubbles: true, inputType: "insertReplacementText", data: text }),
  )
}

/** 229: an input method is composing, whatever else the browser says. */
export const isComposing = (event: { keyCode: number; nativeEvent: { isComposing: boolean } }) =>
  event.nativeEvent.isComposing || event.keyCode === 229

/** Sets the whole text and says so, as if it had been typed. */
export function setText(field: TextBox, text: string): void {
  field.value = text
  field.dispatchEvent(new InputEvent("input", { bubbles: true }))
}
