import { getTranslations } from "next-intl/server"
import { MattersScreen } from "@/components/matters/matters-screen"
import { matterFilter } from "@/lib/matters/inputs"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("matters"))("title") }
}

export default async function MattersPage({ searchParams }: PageProps<"/matters">) {
  const actor = await pageActor()
  return <MattersScreen actor={actor} filter={matterFilter.parse(await searchParams)} />
}
