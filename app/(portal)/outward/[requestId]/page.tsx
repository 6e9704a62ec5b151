import { getTranslations } from "next-intl/server"
import { RequestScreen } from "@/components/outward/request-screen"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("outward"))("title") }
}

export default async function OutwardRequest({ params }: PageProps<"/outward/[requestId]">) {
  const [actor, { requestId }] = await Promise.all([pageActor(), params])
  return <RequestScreen actor={actor} id={Number(requestId)} />
}
