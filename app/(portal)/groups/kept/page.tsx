import { getTranslations } from "next-intl/server"
import { KeptScreen } from "@/components/messages/kept-screen"
import { placeIn } from "@/lib/messages/inputs"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("messages.setAside"))("kept") }
}

export default async function KeptPage({ searchParams }: PageProps<"/groups/kept">) {
  const { after } = placeIn.parse(await searchParams)
  return <KeptScreen actor={await pageActor()} after={after} />
}
