"use client"

import { useEffect } from "react"

/**
 * While a form is on its way its button is off, and what is off loses the focus. Once the answer is
 * there, the focus is at the first field that was refused, else where it was; where the form is gone,
 * at the beginning of the page that came instead.
 */
export function KeptFocus() {
  useEffect(() => {
    let watching: MutationObserver | undefined
    const onSubmit = ({ target: form, submitter }: SubmitEvent) => {
      watching?.disconnect()
      if (!(form instanceof HTMLFormElement)) return
      const held = document.activeElement
      // A dialog that closes knows by itself where one goes on.
      const after = form.closest("[role=dialog]") ? null : document.getElementById("content")
      watching = new MutationObserver(() => {
        if (form.isConnected && submitter?.matches(":disabled")) return
        watching?.disconnect()
        const now = document.activeElement
        // Whoever has gone on meanwhile isn't called back.
        if (now === held || now === document.body) goOn(form, held, after)
      })
      const attributeFilter = ["disabled", "aria-invalid"]
      watching.observe(document.body, { subtree: true, childList: true, attributeFilter })
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

function goOn(form: HTMLFormElement, held: Element | null, after: HTMLElement | null): void {
  const here = form.querySelector("[aria-invalid=true]") ?? held
  const next = form.isConnected ? here : after
  if (next instanceof HTMLElement && next !== document.activeElement)
    next.focus({ preventScroll: next === after })
}
