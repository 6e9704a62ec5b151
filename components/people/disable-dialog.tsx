"use client"

import { useState } from "react"
import { type HandoverData, HandoverForm } from "@/components/people/handover-form"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"

/** 停用账号: asks who takes over before it ends anything. Without script the form stands open. */
export function DisableDialog({ data }: { data: HandoverData }) {
  const [open, setOpen] = useState(false)
  const { words, act } = data
  return (
    <>
      <Dialog
        title={words.title}
        closeLabel={words.close}
        size="m"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button tone={act === "disable" ? "danger" : "plain"} className="needs-script">
            {words.submit}
          </Button>
        }
      >
        <HandoverForm data={data} onCancel={() => setOpen(false)} />
      </Dialog>
      <noscript>
        <section aria-label={words.title} className="block w-full border-t border-line">
          <HandoverForm data={data} />
        </section>
      </noscript>
    </>
  )
}
