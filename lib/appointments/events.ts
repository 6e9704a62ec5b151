import { busyTopic } from "@/lib/platform/calendar-source"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import type { AppointmentRow } from "./appointment"

type Said = "created" | "edited" | "moved" | "cancelled" | "restored"

/** The columns that decide when its owner is busy. */
const decide = ["startAt", "endAt", "allDay", "rule", "shows"] as const
export type BusyColumns = Pick<AppointmentRow, (typeof decide)[number]>

/** Whether its owner is busy at other times now than before. */
export const changesBusy = (before: BusyColumns, now: BusyColumns): boolean =>
  (before.shows === "busy" || now.shows === "busy") &&
  decide.some((column) => String(before[column]) !== String(now[column]))

/**
 * Says what happened to an appointment. Pages that show when its owner is busy hear of it only
 * where that changed.
 */
export function emitAppointment(
  ctx: Ctx,
  said: Said,
  { id, personId, shows }: Pick<AppointmentRow, "id" | "personId" | "shows">,
  { day, busy = shows === "busy" }: { day?: string | undefined; busy?: boolean } = {},
): void {
  emit(ctx, {
    type: `appointment.${said}`,
    recordId: id,
    topics: busy ? [busyTopic(personId)] : [],
    data: day ? { day } : {},
  })
}
