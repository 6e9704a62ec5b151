import { getTranslations } from "next-intl/server"
import { Link } from "@/components/ui/link"
import { placeOf } from "@/lib/outward/places"
import type { PersonActor } from "@/lib/platform/actor"

/** Where it goes: a link for who sees that, else nothing of it. */
export async function PlaceLink({
  actor,
  kind,
  recordId,
}: {
  actor: PersonActor
  kind: string
  recordId: number
}) {
  const [t, place] = await Promise.all([getTranslations("outward"), placeOf(actor, kind, recordId)])
  if (!place) return <>{t("hidden")}</>
  return (
    <Link href={place.href} className="link">
      {place.title}
    </Link>
  )
}
