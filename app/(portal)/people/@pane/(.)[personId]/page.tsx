import { notFound } from "next/navigation"
import { PersonPane } from "@/components/people/person-pane"
import { personPage } from "@/lib/people/person-page"
import { pageActor } from "@/lib/platform/session"

export default async function PanePage({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await pageActor()
  const page = await personPage(actor, Number((await params).personId))
  if (!page) notFound()
  return <PersonPane actor={actor} page={page} />
}
