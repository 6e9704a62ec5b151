const usual = { first: 9, last: 19 }
/** For all hours together (px): those of a long day are smaller, for it stands on the same screen. */
const room = 500
/** Half of this holds a line of words; the rail of a longer day scrolls. */
const least = 36

export interface Hours {
  first: number
  last: number
  /** Of each, in pixels. */
  height: number
}

/** The office's hours, and those before and after in which something lies. */
export function hoursAround(minutes: readonly number[]): Hours {
  const each = minutes.map((minute) => minute / 60)
  const first = Math.floor(Math.min(usual.first, ...each))
  const last = Math.ceil(Math.max(usual.last, ...each))
  return { first, last, height: Math.max(least, room / (last - first)) }
}

export const topOf = (minute: number, { first, height }: Hours) => (minute / 60 - first) * height
