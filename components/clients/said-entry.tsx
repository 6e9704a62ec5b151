import { getTranslations } from "next-intl/server"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { when } from "@/lib/calendar/when"
import type { SaidOutside } from "@/lib/clients/said-outside"

/** What a guest wrote in one of the client's groups, with the way to it. */
export async function SaidEntry({ said }: { said: SaidOutside }) {
  const [t, times] = await Promise.all([getTranslations("guests"), when()])
  return (
    <li className="grid grid-cols-[20px_1fr_auto] items-start gap-x-2.5 text-control">
      <Icon name="message-square" size={16} className="mt-0.5 text-ink-3" />
      <div className="min-w-0">
        <p className="flex min-w-0 flex-wrap items-center gap-x-2 text-ink-2">
          <strong className="one-word text-ink">{said.guest}</strong>
          <span className="text-outside">{t("badgeOver")}</span>
          <Link
            href={`/groups/${said.groupId}?message=${said.id}`}
            className="link min-w-0 truncate"
          >
            {said.group}
          </Link>
        </p>
        {said.body && <p className="line-clamp-2 text-pretty">{said.body}</p>}
        {said.files.map(({ id, name }) => (
          <a key={id} href={`/files/${id}`} className="link mr-3 inline-flex items-center gap-1">
            <Icon name="paperclip" size={12} />
            {name}
          </a>
        ))}
      </div>
      <time dateTime={said.at.toISOString()} className="text-meta leading-5 text-ink-3">
        {times.feed(said.at)}
      </time>
    </li>
  )
}
