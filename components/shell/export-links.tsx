"use client"

import dynamic from "next/dynamic"
import { useEffect, useState } from "react"
import { pressedLink } from "@/components/shell/pressed-link"
import type { ToldOfExport } from "@/lib/platform/export-answer"

const ExportDialog = dynamic(() => import("@/components/shell/export-dialog"), { ssr: false })

export interface Finds {
  href: string
  told: ToldOfExport
}

/**
 * Looks into a file before it is fetched: where something sensitive is in it, its reader chooses.
 * Without script the link gives it masked.
 */
export function ExportLinks() {
  const [found, setFound] = useState<Finds | null>(null)
  useEffect(() => {
    const onClick = async (event: MouseEvent) => {
      const link = pressedLink(event, "a[data-export]")
      if (!link) return
      event.preventDefault()
      if (link.ariaBusy === "true") return
      link.ariaBusy = "true"
      const told = await toldOf(link.href)
      link.ariaBusy = null
      link.closest<HTMLElement>(":popover-open")?.hidePopover()
      if (told?.said) setFound({ href: link.href, told })
      else fetchFile(link.href, told ? "plain" : undefined)
    }
    document.addEventListener("click", onClick)
    return () => document.removeEventListener("click", onClick)
  }, [])
  if (!found) return null
  return (
    <ExportDialog
      told={found.told}
      onChoose={(way) => {
        setFound(null)
        if (way) fetchFile(found.href, way)
      }}
    />
  )
}

const addressOf = (href: string, way: string | undefined): string => {
  const address = new URL(href)
  if (way) address.searchParams.set("out", way)
  return address.href
}

/** Null where nobody says: the link itself still gives something. */
async function toldOf(href: string): Promise<ToldOfExport | null> {
  const answer = await fetch(addressOf(href, "look")).catch(() => null)
  return answer?.ok ? answer.json() : null
}

function fetchFile(href: string, way: "masked" | "plain" | undefined) {
  const link = document.createElement("a")
  link.href = addressOf(href, way)
  link.download = ""
  link.click()
}
