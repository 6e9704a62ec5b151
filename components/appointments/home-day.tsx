import { Agenda } from "@/components/appointments/agenda"
import { FreeBusy } from "@/components/appointments/free-busy"
import type { CalendarPage } from "@/lib/appointments/page"

/** One day of a department or a group: what lies on it, then when each of its people is busy. */
export function HomeDay({ page }: { page: CalendarPage }) {
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <Agenda page={page} />
      <div className="overflow-x-auto border-t border-line">
        <FreeBusy page={page} />
      </div>
    </div>
  )
}
