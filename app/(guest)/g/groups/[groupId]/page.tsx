import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { GuestGroup } from "@/components/guests/guest-group"
import { db } from "@/db/engine"
import { findGroup } from "@/lib/groups/group"
import { canSee } from "@/lib/groups/policy"
import { noteLook } from "@/lib/guests/looking"
import { pageGuest } from "@/lib/guests/page-guest"
import { origin } from "@/lib/platform/request"

export async function generateMetadata() {
  return { title: (await getTranslations("guests.g"))("outside") }
}

const numberIn = (value: unknown) =>
  typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : undefined

export default async function GuestGroupPage({
  params,
  searchParams,
}: PageProps<"/g/groups/[groupId]">) {
  const [guest, { groupId }, { before, files, refused }] = await Promise.all([
    pageGuest(),
    params,
    searchParams,
  ])
  const group = await findGroup(db(), Number(groupId))
  if (!group || !canSee(guest, group)) notFound()
  await noteLook(guest, { kind: "group", id: group.id }, await origin())
  return (
    <GuestGroup
      {...{ guest, group, before: numberIn(before), files: numberIn(files) }}
      refused={refused !== undefined}
    />
  )
}
