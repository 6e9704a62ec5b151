"use client"

import { useEffect, useState } from "react"

/**
 * Names one intended submission, so that pressing twice lands once. The server's `seed` serves
 * where there is no script; with it each time the form appears, or `turn` moves on, has its own:
 * a page kept by the browser would bring an old seed back.
 */
export function FormKey({ seed, turn = 0 }: { seed: string; turn?: number }) {
  const [key, setKey] = useState(seed)
  useEffect(() => {
    // Not randomUUID: that one needs HTTPS.
    const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2))
    setKey(`${high.toString(36)}${low.toString(36)}-${turn}`)
  }, [turn])
  return <input type="hidden" name="key" value={key} />
}
