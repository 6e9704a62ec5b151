"use client"

import { useEffect } from "react"

const refused = "[aria-invalid=true]"

/**
 * While a form is on its way its button is off, and what is off loses the focus. Once the answer is
 * there, the focus is at the first field that was refused, else where it was.
 */
export function KeptFocus() {
  useEffect(() => {
    let watching: MutationObserver | undefined
    const onSubmit = ({ target: form, submitter }: SubmitEvent) => {
      watching?.disconnect()
      if (!(form instanceof HTMLFormElement)) return
      const held = document.activeElement
      watching = new MutationObserver(() => {
        if (submitter?.matches(":disabled")) return
        watching?.disconnect()
        const now = document.activeElement
        // Whoever has gone on meanwhile isn't called back.
        if (now !== held && now !== document.body) return
        const next = form.querySelector(refused) ?? held
        if (next instanceof HTMLElement && next !== now) next.focus()
      })
      const attributeFilter = ["disabled", "aria-invalid"]
      watching.observe(form, { subtree: true, attributes: true, attributeFilter })
    }
    // Before the form itself hears of it and turns its button off.
    document.addEventListener("submit", onSubmit, { capture: true })
    return () => {
      watching?.disconnect()
      document.removeEventListener("submit", onSubmit, { capture: true })
    }
  }, [])
  return null
}
