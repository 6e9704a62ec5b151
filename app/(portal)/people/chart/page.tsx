import { getTranslations } from "next-intl/server"
import { ChartScreen } from "@/components/people/chart-screen"
import { chartFilter } from "@/lib/people/chart-filter"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("people.chart"))("title") }
}

export default async function ChartPage({ searchParams }: PageProps<"/people/chart">) {
  const actor = await pageActor()
  return <ChartScreen actor={actor} filter={chartFilter.parse(await searchParams)} />
}
