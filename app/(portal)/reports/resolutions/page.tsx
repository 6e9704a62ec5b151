import { getTranslations } from "next-intl/server"
import { ReportScreen } from "@/components/meetings/report-screen"
import { reportWeek } from "@/lib/meetings/inputs"
import { resolutionReport } from "@/lib/meetings/report"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("meetings.reports"))("title") }
}

export default async function ResolutionReportPage({
  searchParams,
}: PageProps<"/reports/resolutions">) {
  const actor = await pageActor()
  const { week, ...cut } = reportWeek.parse(await searchParams)
  const report = await resolutionReport(actor, week ?? null, new Date(), cut)
  return <ReportScreen actor={actor} report={report} />
}
