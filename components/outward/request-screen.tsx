import { notFound } from "next/navigation"
import { getLocale, getTranslations } from "next-intl/server"
import { ReadHere } from "@/components/inbox/read-here"
import { FoundKinds } from "@/components/outward/found-kinds"
import { MarkedText, Well } from "@/components/outward/found-text"
import { RequestActs } from "@/components/outward/request-acts"
import { RequestFacts } from "@/components/outward/request-facts"
import { RequestFiles } from "@/components/outward/request-files"
import { StateOfRequest } from "@/components/outward/state-of-request"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { writingHelp } from "@/components/shell/writing-help"
import { Banner } from "@/components/ui/banner"
import { db } from "@/db/engine"
import { canDecide, canSee, canWithdraw } from "@/lib/outward/policy"
import { findRequest, type OutwardRequest, stateOf } from "@/lib/outward/request"
import { stopWords } from "@/lib/outward/words-stop"
import { namesOf } from "@/lib/people/finding"
import { hasDuty, type PersonActor } from "@/lib/platform/actor"
import { screen } from "@/lib/platform/screening/screening"

/** One request: what would go out, to whom, why, and what was decided. */
export async function RequestScreen({ actor, id }: { actor: PersonActor; id: number }) {
  const request = await findRequest(db(), id)
  if (!request || !canSee(actor, request)) notFound()
  const [t, live, names] = await Promise.all([
    getTranslations("outward.page"),
    liveWords(),
    namesOf(db(), [request.authorId]),
  ])
  const name = names.get(request.authorId) ?? ""
  const state = stateOf(request)
  const own = request.decidedById === request.authorId
  return (
    <LiveRegion topics={[`outward:${id}`]} words={live}>
      <ReadHere kind="outward" id={id} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="max-w-180 px-8 py-6 max-md:px-4">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-title">{t(own ? "own" : "heading", { name })}</h1>
            <StateOfRequest state={state} />
          </div>
          {state === "failed" && <Banner className="mt-3">{t("failed")}</Banner>}
          <RequestFacts actor={actor} request={request} />
          <Says request={request} administers={hasDuty(actor, "platform")} />
          <RequestFiles id={id} />
          {canDecide(actor, request) && (
            <p className="mt-3 text-control text-ink-2">{t("warning", { name })}</p>
          )}
          <RequestActs
            id={id}
            decides={canDecide(actor, request)}
            withdraws={canWithdraw(actor, request)}
            words={{
              release: t("release"),
              refuse: t("refuse"),
              note: t("noteLabel"),
              withdraw: t("withdraw"),
            }}
          />
        </div>
      </div>
    </LiveRegion>
  )
}

/** The text with its finds while it waits; masked once it went or was taken back. */
async function Says({
  request: { text, shown },
  administers,
}: {
  request: OutwardRequest
  administers: boolean
}) {
  const [t, locale, help] = await Promise.all([
    getTranslations("outward.page"),
    getLocale(),
    writingHelp(),
  ])
  const { finds } = await screen(text)
  const words = { words: stopWords[locale], kinds: help.sensitive.kinds }
  return (
    <>
      <h2 className="mt-6 text-control text-ink-2">{t(text === "" ? "masked" : "text")}</h2>
      <Well>{text === "" ? shown : <MarkedText text={text} finds={finds} />}</Well>
      <FoundKinds {...{ text, finds, administers, ...words }} />
    </>
  )
}
