import { getTranslations } from "next-intl/server"
import { DirectoryScreen } from "@/components/people/directory-screen"
import { directoryFilter } from "@/lib/people/directory-filter"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("people.directory"))("title") }
}

export default async function PeoplePage({ searchParams }: PageProps<"/people">) {
  const actor = await pageActor()
  return <DirectoryScreen actor={actor} filter={directoryFilter.parse(await searchParams)} />
}
