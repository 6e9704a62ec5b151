import { notFound } from "next/navigation"
import { PersonScreen } from "@/components/people/person-screen"
import { personPage } from "@/lib/people/person-page"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata({ params }: PageProps<"/people/[personId]">) {
  const page = await personPage(await pageActor(), Number((await params).personId))
  return page ? { title: page.person.name } : {}
}

export default async function PersonPage({ params }: PageProps<"/people/[personId]">) {
  const actor = await pageActor()
  const page = await personPage(actor, Number((await params).personId))
  if (!page) notFound()
  return <PersonScreen actor={actor} page={page} />
}
