import { Button } from "@/components/ui/button"

/** The end of a form: its one button, and beside it the word that it is done. */
export function FormFoot({
  label,
  saved,
  sending,
  done,
  tone = "plain",
}: {
  label: string
  saved: string
  sending: boolean
  done: boolean | undefined
  tone?: "plain" | "primary"
}) {
  return (
    <div className="flex items-center gap-3">
      <Button type="submit" size="m" tone={tone} disabled={sending}>
        {label}
      </Button>
      <span role="status" className="text-control text-done">
        {done && !sending && saved}
      </span>
    </div>
  )
}
