import { randomUUID } from "node:crypto"
import { getTranslations } from "next-intl/server"
import { ReadHere } from "@/components/inbox/read-here"
import { MatterActivity } from "@/components/matters/matter-activity"
import { MatterAround } from "@/components/matters/matter-around"
import { MatterFacts } from "@/components/matters/matter-facts"
import { MatterHead } from "@/components/matters/matter-head"
import { MatterParts } from "@/components/matters/matter-parts"
import { MatterWaiting } from "@/components/matters/matter-waiting"
import { UpdateButton } from "@/components/matters/update-button"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { PrintHead } from "@/components/shell/print-head"
import { writingHelp } from "@/components/shell/writing-help"
import { CommentForm } from "@/components/tasks/comment-form"
import { ButtonLink } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { commentMatterAction } from "@/lib/matters/actions"
import { numberOf } from "@/lib/matters/numbers"
import type { MatterPage } from "@/lib/matters/page"
import type { PersonActor } from "@/lib/platform/actor"

const mostTopics = 40

/** A matter as a page of its own: what it is about and where it stands, beside its facts. */
export async function MatterScreen({ actor, page }: { actor: PersonActor; page: MatterPage }) {
  const words = await liveWords()
  const { matter, subTasks, can } = page
  const tasks = subTasks.slice(0, mostTopics).map(({ id }) => `task:${id}`)
  return (
    <LiveRegion topics={[`matter:${matter.id}`, ...tasks]} words={words}>
      <ReadHere kind="matter" id={matter.id} />
      <Path page={page} />
      <PrintHead title={numberOf(matter.id)} />
      <div className="min-h-0 flex-1 overflow-y-auto lg:flex lg:overflow-hidden">
        <div className="flex min-w-0 flex-1 flex-col lg:overflow-y-auto">
          <div className="flex-1 px-8 pt-6 pb-6 max-md:px-4 max-md:pt-4">
            <MatterHead page={page} />
            <MatterParts actor={actor} page={page} />
            <div className="lg:hidden">
              <MatterFacts page={page} />
              <MatterWaiting page={page} />
              <MatterAround actor={actor} page={page} />
            </div>
            <div className="mt-6">
              <MatterActivity page={page} />
            </div>
          </div>
          {can.comment && <Say id={matter.id} />}
        </div>
        <aside className="hidden w-99 shrink-0 overflow-y-auto border-l border-line px-6 pt-4 pb-8 lg:block xl:w-105">
          <MatterFacts page={page} />
          <MatterWaiting page={page} />
          <MatterAround actor={actor} page={page} />
        </aside>
      </div>
    </LiveRegion>
  )
}

async function Path({ page: { matter, can } }: { page: MatterPage }) {
  const t = await getTranslations("matters")
  return (
    <div className="flex h-13 shrink-0 items-center gap-2 border-b border-line px-8 text-control text-ink-2 max-md:h-12 max-md:px-2 print:hidden">
      <Link href="/matters" className="flex h-11 items-center gap-1 hover:text-ink">
        <Icon name="chevron-left" className="md:hidden" />
        {t("title")}
      </Link>
      <span className="text-ink-4">/</span>
      <span className="one-word text-ink">{numberOf(matter.id)}</span>
      <span className="ml-auto flex items-center gap-2">
        {can.edit && (
          <ButtonLink href={`/matters/${matter.id}/edit`} icon="pencil" data-shortcut="e">
            {t("edit")}
          </ButtonLink>
        )}
        {can.comment && <UpdateButton label={t("page.update")} />}
      </span>
    </div>
  )
}

async function Say({ id }: { id: number }) {
  const [t, files, help] = await Promise.all([
    getTranslations("matters.page"),
    getTranslations("tasks.files"),
    writingHelp(),
  ])
  return (
    <div className="sticky bottom-0 shrink-0 border-t border-line bg-surface px-8 py-3 max-md:bg-paper max-md:px-3 max-md:py-2 print:hidden">
      <CommentForm
        key={id}
        id={id}
        label={t("comment")}
        send={t("send")}
        formKey={randomUUID()}
        help={help}
        attach={{
          add: files("attach"),
          failed: files("failed"),
          remove: files.raw("remove"),
          sending: files.raw("sending"),
        }}
        action={commentMatterAction}
      />
    </div>
  )
}
