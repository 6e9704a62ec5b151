import { RecordPage } from "@/components/clients/record-page"
import { pageActor } from "@/lib/platform/session"

export default async function RecordCommunicationPage({
  params,
  searchParams,
}: PageProps<"/clients/[clientId]/record">) {
  const { clientId } = await params
  const { communication } = await searchParams
  return <RecordPage actor={await pageActor()} client={clientId} communication={communication} />
}
