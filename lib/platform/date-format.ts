const made = new Map<string, Intl.DateTimeFormat>()

/** Making one costs more than a page of rows, so they are kept. */
export function dateFormat(
  tag: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions = {},
): Intl.DateTimeFormat {
  const key = JSON.stringify([tag, timeZone, options])
  const known = made.get(key)
  if (known) return known
  const fresh = new Intl.DateTimeFormat(tag, { ...options, timeZone })
  made.set(key, fresh)
  return fresh
}
