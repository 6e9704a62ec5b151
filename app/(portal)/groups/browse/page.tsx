import { getTranslations } from "next-intl/server"
import { BrowseScreen } from "@/components/groups/browse-screen"
import { browseFilter } from "@/lib/groups/inputs"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("groups.browse"))("title") }
}

export default async function BrowsePage({ searchParams }: PageProps<"/groups/browse">) {
  const filter = browseFilter.parse(await searchParams)
  return <BrowseScreen actor={await pageActor()} filter={filter} />
}
