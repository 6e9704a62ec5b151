import { getTranslations } from "next-intl/server"
import { LibraryScreen } from "@/components/meetings/library-screen"
import { libraryFilter } from "@/lib/meetings/inputs"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("meetings"))("library") }
}

export default async function MinutesLibraryPage({ searchParams }: PageProps<"/minutes">) {
  const filter = libraryFilter.parse(await searchParams)
  return <LibraryScreen actor={await pageActor()} filter={filter} />
}
