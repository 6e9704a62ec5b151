import type { TextBox } from "@/components/ui/text-editing"

/** Everything that decides where a letter stands. */
const metrics = [
  "direction",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "font-stretch",
  "font-variant",
  "font-feature-settings",
  "font-kerning",
  "font-size-adjust",
  "letter-spacing",
  "word-spacing",
  "line-break",
  "overflow-wrap",
  "word-break",
  "hyphens",
  "tab-size",
  "text-align",
  "text-autospace",
  "text-indent",
  "text-rendering",
  "text-spacing-trim",
  "text-transform",
  "padding-top",
  "padding-right",
  "padding-bottom",
  "padding-left",
  "border-top-width",
  "border-right-width",
  "border-bottom-width",
  "border-left-width",
] as const

const px = (length: string) => Number.parseFloat(length) || 0

/** Brings a mirror exactly over its field: place, size, metrics, and how far it is scrolled. */
export function layOver(mirror: HTMLElement, field: TextBox): void {
  const look = getComputedStyle(field)
  const { style } = mirror
  for (const name of metrics) style.setProperty(name, look.getPropertyValue(name))
  const single = field instanceof HTMLInputElement
  const borders = px(look.borderLeftWidth) + px(look.borderRightWidth)
  style.boxSizing = "border-box"
  style.borderStyle = "solid"
  style.left = `${field.offsetLeft}px`
  style.top = `${field.offsetTop}px`
  // Without the field's scroll bar, which takes room from the text.
  style.width = `${field.clientWidth + borders}px`
  style.height = `${field.offsetHeight}px`
  style.whiteSpace = single ? "pre" : "pre-wrap"
  style.lineHeight = single ? middle(field, look) : look.lineHeight
  const text = mirror.firstElementChild
  if (text instanceof HTMLElement)
    text.style.transform = `translate(${-field.scrollLeft}px, ${-field.scrollTop}px)`
}

/** A single line stands in the middle of its field. */
const middle = (field: TextBox, look: CSSStyleDeclaration) =>
  `${field.clientHeight - px(look.paddingTop) - px(look.paddingBottom)}px`
