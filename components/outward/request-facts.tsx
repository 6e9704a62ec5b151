import { getLocale, getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { FindCounts } from "@/components/outward/find-counts"
import { PlaceLink } from "@/components/outward/place-link"
import { db } from "@/db/engine"
import { when } from "@/lib/calendar/when"
import { readersThere } from "@/lib/outward/places"
import type { OutwardRequest } from "@/lib/outward/request"
import { namesOf } from "@/lib/people/finding"
import type { PersonActor } from "@/lib/platform/actor"
import { enumerated } from "@/lib/platform/enumerated"

/** Where it goes, who reads it there, why, and who said what. */
export async function RequestFacts({
  actor,
  request,
}: {
  actor: PersonActor
  request: OutwardRequest
}) {
  const { kind, recordId, headId, decidedById, decidedAt, sentAt } = request
  const [t, tAll, locale, time, names, readers] = await Promise.all([
    getTranslations("outward.page"),
    getTranslations("outward.column"),
    getLocale(),
    when(),
    namesOf(db(), [headId ?? 0, decidedById ?? 0]),
    readersThere(kind, recordId),
  ])
  const outside = enumerated(
    readers.map(({ name, organisation }) => (organisation ? `${name} (${organisation})` : name)),
    locale,
  )
  const decision =
    decidedAt &&
    t(request.accepted ? "released" : "refused", {
      name: names.get(decidedById ?? 0) ?? "",
      time: time.moment(decidedAt),
    })
  const facts: [string, ReactNode][] = [
    [t("place"), <PlaceLink key="place" {...{ actor, kind, recordId }} />],
    [t("readers"), outside],
    [tAll("finds"), <FindCounts key="finds" finds={request.finds} />],
    [t("reason"), request.reason],
    [t("asked"), <time key="asked">{time.moment(request.createdAt)}</time>],
    [t("askedOf"), decidedAt ? "" : (names.get(headId ?? 0) ?? t("platform"))],
    [t("decided"), decision],
    [t("note"), request.note],
    [t("sent"), sentAt && <time key="sent">{time.moment(sentAt)}</time>],
  ]
  return (
    <dl className="mt-4 grid grid-cols-[88px_1fr] gap-y-1.5 text-ui">
      {facts
        .filter(([, text]) => text)
        .map(([label, text]) => (
          <div key={label} className="contents">
            <dt className="text-control text-ink-2">{label}</dt>
            <dd className="min-w-0 break-words">{text}</dd>
          </div>
        ))}
    </dl>
  )
}
