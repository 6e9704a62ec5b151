import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { DaysImport, OwnDayForm } from "@/components/calendar/own-days"
import { WorkHours } from "@/components/calendar/work-hours"
import { YearList } from "@/components/calendar/year-list"
import { PageHead } from "@/components/ui/page-head"
import { isKnownYear } from "@/lib/calendar/holidays"
import { yearDue } from "@/lib/calendar/unknown-years"
import { daysOfYear } from "@/lib/calendar/year-days"
import { dayIn } from "@/lib/calendar/zones"
import { pageActor } from "@/lib/platform/session"
import { settings } from "@/lib/platform/settings"
import { mayChangeSettings } from "@/lib/settings/changing"

export async function generateMetadata() {
  return { title: (await getTranslations("calendar"))("title") }
}

function unknownYears(year: number, today: string): number[] {
  const due = yearDue(today) ?? year
  return [...new Set([year, due])].filter((each) => !isKnownYear(each))
}

export default async function WorkCalendarPage({
  searchParams,
}: PageProps<"/admin/work-calendar">) {
  if (!mayChangeSettings(await pageActor())) notFound()
  const [t, { company, workWeek, workDays }, query] = await Promise.all([
    getTranslations("calendar"),
    settings(),
    searchParams,
  ])
  const today = dayIn(company.timeZone, new Date())
  const year = /^20\d\d$/.test(String(query.year)) ? Number(query.year) : Number(today.slice(0, 4))
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHead title={t("title")} />
      <div className="min-h-0 flex-1 overflow-y-auto px-gutter pt-4 pb-16">
        <div className="flex max-w-180 flex-col gap-9">
          <WorkHours week={workWeek} />
          <div id="days" className="scroll-mt-4">
            <YearList
              year={year}
              days={daysOfYear(year, workDays)}
              unknown={unknownYears(year, today)}
            />
          </div>
          <div id="day" className="scroll-mt-4">
            <OwnDayForm asked={workDays.find(({ day }) => day === query.day)} />
          </div>
          <div>
            <DaysImport />
          </div>
        </div>
      </div>
    </div>
  )
}
