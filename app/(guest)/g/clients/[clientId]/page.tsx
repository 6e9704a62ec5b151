import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { GuestShelf } from "@/components/clients/guest-shelf"
import { db } from "@/db/engine"
import { findShelf, seesShelf, shelfKind } from "@/lib/clients/shelf"
import { noteLook } from "@/lib/guests/looking"
import { pageGuest } from "@/lib/guests/page-guest"
import { origin } from "@/lib/platform/request"

export async function generateMetadata() {
  return { title: (await getTranslations("guests.g"))("outside") }
}

export default async function GuestShelfPage({
  params,
  searchParams,
}: PageProps<"/g/clients/[clientId]">) {
  const [guest, { clientId }, { files, refused }] = await Promise.all([
    pageGuest(),
    params,
    searchParams,
  ])
  const shelf = await findShelf(db(), Number(clientId))
  if (!shelf || !seesShelf(guest, shelf)) notFound()
  await noteLook(guest, { kind: shelfKind, id: shelf.id }, await origin())
  const before = typeof files === "string" && /^\d{1,15}$/.test(files) ? Number(files) : undefined
  return <GuestShelf {...{ guest, shelf, before }} refused={refused !== undefined} />
}
