import { getTranslations } from "next-intl/server"
import { AnswersPart } from "@/components/tickets/answers-part"
import { KindsPart } from "@/components/tickets/kinds-part"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import type { PersonActor } from "@/lib/platform/actor"

/** 工单设置: the rule by which tickets find their department, and the answers that are used again. */
export async function TicketSettings({ actor }: { actor: PersonActor }) {
  const t = await getTranslations("tickets")
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="flex h-13 items-center gap-2 border-b border-line px-8 text-control text-ink-2 max-md:px-2">
        <Link href="/tickets" className="flex h-11 items-center gap-1 hover:text-ink">
          <Icon name="chevron-left" className="md:hidden" />
          {t("title")}
        </Link>
      </div>
      <div className="max-w-200 px-8 pt-5 pb-16 max-md:px-4">
        <h1 className="mb-5 text-title">{t("settings.title")}</h1>
        <KindsPart actor={actor} />
        <AnswersPart actor={actor} />
      </div>
    </div>
  )
}
