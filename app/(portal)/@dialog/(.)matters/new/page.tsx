import { NewMatter } from "@/components/matters/new-matter"
import { pageActor } from "@/lib/platform/session"

export default async function NewMatterDialog({ searchParams }: PageProps<"/matters/new">) {
  return <NewMatter actor={await pageActor()} from={(await searchParams).from} dialog />
}
