"use client"

import { useEffect } from "react"

/** Dialogs and menus hang on the body: the page itself takes on the look too. */
export function Look({ theme, density }: { theme: string; density: string }) {
  useEffect(() => {
    Object.assign(document.documentElement.dataset, { theme, density })
  }, [theme, density])
  return null
}
