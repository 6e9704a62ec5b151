import { notFound } from "next/navigation"
import { EditMatter } from "@/components/matters/edit-matter"
import { idOfNumber } from "@/lib/matters/numbers"
import { matterPage } from "@/lib/matters/page"
import { pageActor } from "@/lib/platform/session"

export default async function EditMatterPage({ params }: PageProps<"/matters/[matterId]/edit">) {
  const actor = await pageActor()
  const page = await matterPage(actor, idOfNumber((await params).matterId))
  if (!page?.can.edit) notFound()
  return <EditMatter actor={actor} page={page} />
}
