import { AppointmentScreen } from "@/components/appointments/appointment-screen"
import { pageActor } from "@/lib/platform/session"

export default async function AppointmentPage({
  params,
  searchParams,
}: PageProps<"/calendar/[appointmentId]">) {
  const actor = await pageActor()
  const { appointmentId } = await params
  const { day } = await searchParams
  return <AppointmentScreen actor={actor} id={Number(appointmentId)} day={day} />
}
