"use client"

import { useEffect, useMemo } from "react"

const atMostEvery = 2_000

/** How many parts of the page say that they ended: read again, they would be gone with what was typed. */
let ended = 0

/** Until the returned function is called the page isn't read again. */
export function keepPage(): () => void {
  ended += 1
  return () => {
    ended -= 1
  }
}

/**
 * Reads the page again, soon but not more than once in two seconds, a little later in each tab,
 * and in hidden tabs only when they are looked at again.
 */
export function useFreshPage({ refresh }: { refresh: () => void }): {
  soon: () => void
  stop: () => void
} {
  const reader = useMemo(() => {
    let last = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    let stale = false
    const read = () => {
      timer = undefined
      if (ended > 0) return
      if (document.hidden) {
        stale = true
        return
      }
      last = Date.now()
      refresh()
    }
    return {
      soon: () => {
        const wait = Math.max(30, last + atMostEvery - Date.now()) + Math.random() * 120
        timer ??= setTimeout(read, wait)
      },
      looked: () => {
        if (!document.hidden && stale) {
          stale = false
          read()
        }
      },
      stop: () => {
        clearTimeout(timer)
        timer = undefined
        stale = false
      },
    }
  }, [refresh])
  useEffect(() => {
    document.addEventListener("visibilitychange", reader.looked)
    return () => {
      document.removeEventListener("visibilitychange", reader.looked)
      reader.stop()
    }
  }, [reader])
  return reader
}
