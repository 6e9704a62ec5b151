import "@/lib/modules"
import { getTranslations } from "next-intl/server"
import { AnswerByLink } from "@/components/meetings/answer-by-link"
import { readAnswerLink } from "@/lib/meetings/answer-link"
import { currentActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("meetings.byLink"))("title") }
}

/** Where a mail's answer links lead. Mail scanners open links, so only a button says anything. */
export default async function AnswerPage({ params, searchParams }: PageProps<"/answer/[token]">) {
  const [{ token }, asked] = await Promise.all([params, searchParams])
  const [invitee, actor] = await Promise.all([readAnswerLink(token), currentActor()])
  return <AnswerByLink token={token} invitee={invitee} signedIn={actor} asked={asked} />
}
