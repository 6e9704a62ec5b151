import { RecordPage } from "@/components/clients/record-page"
import { pageActor } from "@/lib/platform/session"

interface Place {
  params: Promise<{ clientId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function RecordCommunicationDialog({ params, searchParams }: Place) {
  const { clientId } = await params
  const { communication } = await searchParams
  return (
    <RecordPage actor={await pageActor()} client={clientId} communication={communication} dialog />
  )
}
