"use client"

import { Button } from "@/components/ui/button"

export function PrintButton({ word }: { word: string }) {
  return (
    <Button icon="printer" onClick={() => window.print()} className="needs-script max-md:hidden">
      {word}
    </Button>
  )
}
