import { getTranslations } from "next-intl/server"
import { OutwardScreen } from "@/components/outward/outward-screen"
import { requestsFilter } from "@/lib/outward/inputs"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("outward"))("title") }
}

export default async function Outward({ searchParams }: PageProps<"/outward">) {
  const [actor, query] = await Promise.all([pageActor(), searchParams])
  return <OutwardScreen actor={actor} filter={requestsFilter.parse(query)} />
}
