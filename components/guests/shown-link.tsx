"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"

/** A guest's link, to be copied: nothing shows it again. */
export function ShownLink({
  link,
  words,
}: {
  link: string
  words: { link: string; copy: string; copied: string }
}) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    // Without HTTPS browsers have no clipboard: then it is selected by hand.
    await navigator.clipboard?.writeText(link)
    setCopied(true)
  }
  return (
    <div role="status">
      <p className="text-control text-ink-2">{words.link}</p>
      <p className="field-box mt-2 p-2.5 font-mono text-control break-all select-all">{link}</p>
      <Button icon="copy" className="mt-2" onClick={copy}>
        {copied ? words.copied : words.copy}
      </Button>
    </div>
  )
}
