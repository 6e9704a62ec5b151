"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { putInClipboard } from "@/components/ui/clipboard"

/** A link that is shown once, to be copied. */
export function ShownLink({
  link,
  words,
}: {
  link: string
  words: { link: string; copy: string; copied: string }
}) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await putInClipboard(link)
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
