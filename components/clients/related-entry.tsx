import { getTranslations } from "next-intl/server"
import { iconOf } from "@/components/shell/kind-icon"
import { isState, stateLook } from "@/components/shell/state-look"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"
import type { RelatedRecord } from "@/lib/clients/related"

/** A task, a matter or whatever else was made from the client, as it stands now. */
export async function RelatedEntry({ record, kind }: { record: RelatedRecord; kind: string }) {
  const [states, times] = await Promise.all([getTranslations("states"), when()])
  const { state } = record
  return (
    <li className="grid grid-cols-[20px_1fr_auto] items-center gap-x-2.5 text-control">
      <Icon name={iconOf(record.icon)} size={16} className="text-ink-3" />
      <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
        <span className="text-meta text-ink-2">{kind}</span>
        <Link href={record.href} className="link min-w-0 truncate">
          {record.title}
        </Link>
        {state && isState(state) && <StateChip {...stateLook[state]}>{states(state)}</StateChip>}
      </span>
      <time dateTime={record.at.toISOString()} className="text-meta text-ink-3">
        {times.feed(record.at)}
      </time>
    </li>
  )
}
