import { NewAppointment } from "@/components/appointments/new-appointment"
import { pageActor } from "@/lib/platform/session"

export default async function NewAppointmentDialog({ searchParams }: PageProps<"/calendar/new">) {
  await pageActor()
  return <NewAppointment query={await searchParams} dialog />
}
