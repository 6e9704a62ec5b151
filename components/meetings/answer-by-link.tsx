import { getTranslations } from "next-intl/server"
import { AnswerFacts } from "@/components/meetings/answer-facts"
import { DoorFrame } from "@/components/people/door-frame"
import { Banner } from "@/components/ui/banner"
import { Button, ButtonLink } from "@/components/ui/button"
import { InputField } from "@/components/ui/input"
import { db } from "@/db/engine"
import type { Invitee } from "@/lib/meetings/answer-link"
import { isOthers } from "@/lib/meetings/answering-by-link"
import { peopleBy } from "@/lib/meetings/inviting"
import { canSee } from "@/lib/meetings/policy"
import type { PersonActor } from "@/lib/platform/actor"

const answers = ["yes", "no", "maybe"] as const

interface Asked {
  answer?: string | string[] | undefined
  done?: string | string[] | undefined
  why?: string | string[] | undefined
}

/** Subject, time, place, who answers, and three buttons; of a link that is no good, one plain page. */
export async function AnswerByLink({
  token,
  invitee,
  signedIn,
  asked,
}: {
  token: string
  invitee: Invitee | null
  /** Who is signed in here: a mail that was forwarded answers for nobody. */
  signedIn: PersonActor | null
  asked: Asked
}) {
  const t = await getTranslations("meetings.byLink")
  if (!invitee)
    return (
      <DoorFrame title={t("gone")} path="/login">
        <p className="text-ui text-ink-2">{t("goneWhy")}</p>
      </DoorFrame>
    )
  const name = await nameOf(invitee)
  return (
    <DoorFrame title={t("title")} path={`/answer/${token}`}>
      <AnswerFacts invitee={invitee} />
      {signedIn && isOthers(invitee, signedIn) ? (
        <Others name={name} me={signedIn} meeting={invitee.meeting} />
      ) : (
        <Answer token={token} invitee={invitee} name={name} own={signedIn !== null} asked={asked} />
      )}
    </DoorFrame>
  )
}

async function nameOf(invitee: Invitee): Promise<string> {
  if ("outsider" in invitee) return invitee.outsider.name
  const [person] = await peopleBy(db(), [invitee.participant.personId])
  return person?.name ?? ""
}

async function Answer({
  token,
  invitee,
  name,
  own,
  asked,
}: {
  token: string
  invitee: Invitee
  name: string
  own: boolean
  asked: Asked
}) {
  const t = await getTranslations("meetings.byLink")
  const said = "outsider" in invitee ? invitee.outsider : invitee.participant
  const meant = asked.done ? said.answer : (answers.find((each) => each === asked.answer) ?? "yes")
  return (
    <>
      {asked.done && <Banner>{t("done")}</Banner>}
      <form method="post" action={`/answer/${token}/now`} className="mt-5 grid gap-4">
        <div>
          <p className="text-ui font-semibold">{t("as", { name })}</p>
          {!own && <p className="mt-0.5 text-control text-ink-2">{t("asNote", { name })}</p>}
        </div>
        <InputField
          name="reason"
          label={t("reason")}
          error={asked.why ? t("why") : undefined}
          defaultValue={said.answerReason}
          maxLength={500}
        />
        <span className="flex flex-wrap gap-2">
          {answers.map((each) => (
            <Button
              key={each}
              type="submit"
              size="m"
              name="answer"
              value={each}
              aria-pressed={said.answer === each}
              icon={said.answer === each ? "check" : undefined}
              tone={meant === each ? "primary" : "plain"}
            >
              {t(each)}
            </Button>
          ))}
        </span>
      </form>
    </>
  )
}

/** Whoever is signed in answers as themselves. */
async function Others({
  name,
  me,
  meeting,
}: {
  name: string
  me: PersonActor
  meeting: Invitee["meeting"]
}) {
  const t = await getTranslations("meetings.byLink")
  return (
    <div className="mt-5 grid gap-3">
      <p className="text-ui font-semibold">{t("others", { name })}</p>
      <p className="text-ui text-ink-2">{t("othersNote", { me: me.name })}</p>
      {canSee(me, meeting) && (
        <span>
          <ButtonLink href={`/meetings/${meeting.id}`} size="m" tone="primary">
            {t("own")}
          </ButtonLink>
        </span>
      )}
    </div>
  )
}
