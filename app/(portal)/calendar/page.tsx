import { getTranslations } from "next-intl/server"
import { CalendarScreen } from "@/components/appointments/calendar-screen"
import { calendarFilter } from "@/lib/appointments/calendar-inputs"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("appointments"))("title") }
}

export default async function CalendarPage({ searchParams }: PageProps<"/calendar">) {
  const actor = await pageActor()
  return <CalendarScreen actor={actor} filter={calendarFilter.parse(await searchParams)} />
}
