import { notFound } from "next/navigation"
import { getLocale, getTranslations } from "next-intl/server"
import { GuestApprovals } from "@/components/guests/guest-approvals"
import { GuestDevices } from "@/components/guests/guest-devices"
import { GuestEnding } from "@/components/guests/guest-ending"
import { StateOfGuest } from "@/components/guests/state-of-guest"
import { ReadHere } from "@/components/inbox/read-here"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { db } from "@/db/engine"
import { when } from "@/lib/calendar/when"
import { findInvitation, type Invitation } from "@/lib/guests/invitation"
import { canSee } from "@/lib/guests/policy"
import { openedBy } from "@/lib/guests/queries"
import { openedPhrase } from "@/lib/guests/sentence"
import { stateOf } from "@/lib/guests/states"
import { namesOf } from "@/lib/people/finding"
import type { PersonActor } from "@/lib/platform/actor"

/** One invitation: what it opens, who agreed, on which devices, and how it ends. */
export async function GuestScreen({ actor, id }: { actor: PersonActor; id: number }) {
  const invitation = await findInvitation(db(), id)
  if (!invitation || !canSee(actor, invitation)) notFound()
  const live = await liveWords()
  const state = stateOf(invitation, new Date())
  return (
    <LiveRegion topics={[`guest:${id}`]} words={live}>
      <ReadHere kind="guest" id={id} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="max-w-180 px-8 py-6 max-md:px-4">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-title">{invitation.name}</h1>
            <span className="text-ui text-ink-2">{invitation.organisation}</span>
            <StateOfGuest state={state} expiresAt={invitation.expiresAt} />
          </div>
          <Facts invitation={invitation} />
          <Scope actor={actor} id={id} />
          <GuestApprovals actor={actor} invitation={invitation} />
          <GuestDevices actor={actor} invitation={invitation} />
          <GuestEnding actor={actor} invitation={invitation} state={state} />
        </div>
      </div>
    </LiveRegion>
  )
}

async function Facts({ invitation }: { invitation: Invitation }) {
  const [t, time, names] = await Promise.all([
    getTranslations("guests.page"),
    when(),
    namesOf(db(), [invitation.inviterId]),
  ])
  const facts = [
    [t("purpose"), invitation.purpose],
    [t("inviter"), names.get(invitation.inviterId) ?? ""],
    [t("created"), time.moment(invitation.createdAt)],
    [t("until"), time.date(new Date(invitation.expiresAt.getTime() - 1))],
    [t("email"), invitation.email],
    [t("code"), invitation.wantsCode ? t("codeOn") : ""],
  ].filter(([, text]) => text)
  return (
    <dl className="mt-4 grid grid-cols-[88px_1fr] gap-y-1.5 text-ui">
      {facts.map(([label, text]) => (
        <div key={label} className="contents">
          <dt className="text-control text-ink-2">{label}</dt>
          <dd className="min-w-0 break-words">{text}</dd>
        </div>
      ))}
    </dl>
  )
}

async function Scope({ actor, id }: { actor: PersonActor; id: number }) {
  const [t, locale, time, opened] = await Promise.all([
    getTranslations("guests"),
    getLocale(),
    when(),
    openedBy(actor, [id]),
  ])
  return (
    <Section title={t("page.scope")} className="mt-6 first:mt-0">
      {opened.map((thing) => (
        <p
          key={`${thing.kind}:${thing.id}`}
          className="flex gap-3 border-b border-line-soft py-2 text-ui"
        >
          {thing.href ? (
            <Link href={thing.href} className="link min-w-0 flex-1">
              {openedPhrase(thing, locale)}
            </Link>
          ) : (
            <span className="flex-1">
              {thing.title ? openedPhrase(thing, locale) : t("hidden")}
            </span>
          )}
          <span className="text-meta text-ink-3">
            {thing.seenAt ? t("page.seen", { time: time.moment(thing.seenAt) }) : t("page.unseen")}
          </span>
        </p>
      ))}
    </Section>
  )
}
