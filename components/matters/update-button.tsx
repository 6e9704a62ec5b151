"use client"

import { Button } from "@/components/ui/button"

/** 更新进展: to the field at the end of the page, ready to type in. */
export function UpdateButton({ label }: { label: string }) {
  return (
    <Button
      tone="primary"
      icon="square-pen"
      className="needs-script max-md:hidden"
      onClick={() => document.querySelector<HTMLElement>("[data-reply]")?.focus()}
    >
      {label}
    </Button>
  )
}
