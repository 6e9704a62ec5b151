/** The link that was pressed to be followed here, rather than in another tab. */
export function pressedLink(event: MouseEvent, which: string): HTMLAnchorElement | null {
  const elsewhere =
    event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
  if (elsewhere || event.defaultPrevented || !(event.target instanceof Element)) return null
  return event.target.closest<HTMLAnchorElement>(which)
}
