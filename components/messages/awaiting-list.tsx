import { getTranslations } from "next-intl/server"
import { AwaitingRow } from "@/components/messages/awaiting-row"
import { ticking } from "@/components/messages/awaiting-ticking"
import { when } from "@/lib/calendar/when"
import type { Awaiting } from "@/lib/messages/clock-lists"

/** Answers that are owed, urgent ones first, then by time left. */
export async function AwaitingList({ rows, own }: { rows: readonly Awaiting[]; own: boolean }) {
  const [t, { moment }, tick] = await Promise.all([getTranslations("awaiting"), when(), ticking()])
  return (
    <ul>
      {rows.map((row) => (
        <AwaitingRow key={row.id} row={row} own={own} words={{ t, moment, tick }} />
      ))}
    </ul>
  )
}
