"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"

type Csrf = { csrfToken: string }
type Start = { url?: string }

/** Begun from here, since our pages let no form end at another site. */
async function begin(next: string): Promise<string | undefined> {
  const { csrfToken }: Csrf = await (await fetch("/api/auth/csrf")).json()
  const answer = await fetch("/api/auth/signin/company", {
    method: "POST",
    body: new URLSearchParams({ csrfToken, callbackUrl: next, json: "true" }),
  })
  const { url }: Start = await answer.json()
  return url
}

export function CompanyButton({
  label,
  failed,
  next,
}: {
  label: string
  failed: string
  next: string
}) {
  const [state, setState] = useState<"ready" | "going" | "failed">("ready")
  const go = async () => {
    setState("going")
    const url = await begin(next).catch(() => undefined)
    if (url) location.assign(url)
    else setState("failed")
  }
  return (
    <div className="needs-script">
      <Button icon="building-2" size="l" wide onClick={go} disabled={state === "going"}>
        {label}
      </Button>
      {state === "failed" && <FieldError>{failed}</FieldError>}
    </div>
  )
}
