import { getTranslations } from "next-intl/server"
import { AwaitingScreen } from "@/components/messages/awaiting-screen"
import { awaitingFilter } from "@/lib/messages/clock-inputs"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("awaiting"))("title") }
}

export default async function AwaitingPage({ searchParams }: PageProps<"/groups/awaiting">) {
  const actor = await pageActor()
  return <AwaitingScreen actor={actor} filter={awaitingFilter.parse(await searchParams)} />
}
