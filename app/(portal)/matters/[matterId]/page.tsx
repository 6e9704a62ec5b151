import { notFound } from "next/navigation"
import { MatterScreen } from "@/components/matters/matter-screen"
import { titleOf } from "@/lib/matters/matter"
import { idOfNumber } from "@/lib/matters/numbers"
import { matterPage } from "@/lib/matters/page"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata({ params }: PageProps<"/matters/[matterId]">) {
  const page = await matterPage(await pageActor(), idOfNumber((await params).matterId))
  return page ? { title: titleOf(page.matter) } : {}
}

export default async function MatterPage({ params }: PageProps<"/matters/[matterId]">) {
  const actor = await pageActor()
  const page = await matterPage(actor, idOfNumber((await params).matterId))
  if (!page) notFound()
  return <MatterScreen actor={actor} page={page} />
}
