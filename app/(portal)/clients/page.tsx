import { getTranslations } from "next-intl/server"
import { ClientsScreen } from "@/components/clients/clients-screen"
import { clientFilter } from "@/lib/clients/inputs"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("clients"))("title") }
}

export default async function ClientsPage({ searchParams }: PageProps<"/clients">) {
  const actor = await pageActor()
  return <ClientsScreen actor={actor} filter={clientFilter.parse(await searchParams)} />
}
