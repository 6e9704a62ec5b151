import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { AnswerRequest } from "@/components/tasks/answer-request"
import { RequestDialog } from "@/components/tasks/request-dialog"
import { requestWords } from "@/components/tasks/request-words"
import { Face } from "@/components/ui/face"
import { Section } from "@/components/ui/section"
import { when } from "@/lib/calendar/when"
import { pageActor } from "@/lib/platform/session"
import { requestsOf, type TaskRequest } from "@/lib/tasks/requests"
import type { TaskPage } from "@/lib/tasks/task-page"

/** 变更请求: what others ask to have changed, and how to ask. */
export async function TaskRequests({ page }: { page: TaskPage }) {
  const { task, can } = page
  const [t, times, requests, { personId }, words] = await Promise.all([
    getTranslations("tasks.request"),
    when(),
    requestsOf(task.id),
    pageActor(),
    requestWords(),
  ])
  const open = requests.filter(({ state }) => state === "open")
  const settled = requests.filter(({ state }) => state !== "open")
  return (
    <>
      {can.request && (
        <div className="mt-3">
          <RequestDialog
            id={task.id}
            due={times.field(task.dueAt)}
            description={task.description}
            words={words}
          />
        </div>
      )}
      {open.length > 0 && (
        <Section title={t("title")} count={open.length} size="small">
          {open.map((request) => (
            <Request key={request.id} request={request} page={page}>
              {can.answer && request.person.id !== personId ? (
                <AnswerRequest
                  id={task.id}
                  request={request.id}
                  words={{ agree: t("agree"), decline: t("decline"), answer: t("answer") }}
                />
              ) : (
                <p className="text-meta text-ink-3">{t("waiting")}</p>
              )}
            </Request>
          ))}
        </Section>
      )}
      {settled.length > 0 && (
        <details className="mt-2 text-control">
          <summary className="cursor-pointer text-ink-3 max-md:py-3">
            {t("title")} {settled.length}
          </summary>
          {settled.map((request) => (
            <Request key={request.id} request={request} page={page}>
              <p className="text-meta text-ink-3">
                {t(request.state === "agreed" ? "agreed" : "declined", {
                  name: request.answeredBy ?? "",
                })}
                {request.answeredAt && ` ${times.feed(request.answeredAt)}`}
                {request.answer && ` · ${request.answer}`}
              </p>
            </Request>
          ))}
        </details>
      )}
    </>
  )
}

/** One request: who asks, what would be otherwise, why. */
async function Request({
  request,
  page: { task, owner },
  children,
}: {
  request: TaskRequest
  page: TaskPage
  children: ReactNode
}) {
  const [t, field, times] = await Promise.all([
    getTranslations("tasks.request"),
    getTranslations("tasks.field"),
    when(),
  ])
  const said = (at: Date | null) => (at ? `${times.date(at)} ${times.clock(at)}` : t("none"))
  const open = request.state === "open"
  return (
    <article className="mt-1.5 border-l-2 border-accent pl-2.5 text-control">
      <p className="flex flex-wrap items-center gap-x-1.5">
        <Face person={request.person} size={20} />
        <strong>{request.person.name}</strong> {t("asks")}
        <span className="ml-auto text-meta text-ink-3">{times.feed(request.at)}</span>
      </p>
      <dl className="my-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
        {request.dueAt && (
          <Change label={field("due")}>
            {open
              ? t("from", { before: said(task.dueAt), after: said(request.dueAt) })
              : said(request.dueAt)}
          </Change>
        )}
        {request.ownerName && (
          <Change label={field("owner")}>
            {open ? t("from", { before: owner.name, after: request.ownerName }) : request.ownerName}
          </Change>
        )}
        {request.description !== null && (
          <Change label={field("description")}>
            <span className="whitespace-pre-line">{request.description}</span>
          </Change>
        )}
        <Change label={t("reason")}>{request.reason}</Change>
      </dl>
      {children}
    </article>
  )
}

function Change({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{label}</dt>
      <dd className="one-word min-w-0 break-words">{children}</dd>
    </>
  )
}
