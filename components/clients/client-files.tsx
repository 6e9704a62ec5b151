import { getLocale, getTranslations } from "next-intl/server"
import { AddClientFiles } from "@/components/clients/add-client-files"
import { ClearFile } from "@/components/clients/clear-file"
import { ReadingAlong } from "@/components/guests/reading-along"
import { writingHelp } from "@/components/shell/writing-help"
import { ButtonLink } from "@/components/ui/button"
import { sizeOf } from "@/components/ui/file-size"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { when } from "@/lib/calendar/when"
import type { ClientPage } from "@/lib/clients/page"
import { filesOnShelf, shelfKind } from "@/lib/clients/shelf"
import { stopWords } from "@/lib/outward/words-stop"
import type { PersonActor } from "@/lib/platform/actor"

/** 客户文件: what lies ready for the client's people, with who of them reads it. */
export async function ClientFiles({
  actor,
  page: { client, can },
  before,
}: {
  actor: PersonActor
  page: ClientPage
  before: number | undefined
}) {
  const [t, { rows, earlier }, times] = await Promise.all([
    getTranslations("clients.shelf"),
    filesOnShelf(client.id, before),
    when(),
  ])
  if (rows.length === 0 && !can.record) return null
  return (
    <Section title={t("title")} size="small" className="mt-6">
      <ReadingAlong kind={shelfKind} id={client.id} inside />
      {rows.length === 0 && <p className="text-meta text-ink-3">{t("hint")}</p>}
      <ul>
        {rows.map((file) => (
          <li key={file.id} className="group/file flex min-h-8 items-center gap-2.5 text-control">
            <Icon
              name={file.type.startsWith("image/") ? "image" : "file-text"}
              size={14}
              className="text-ink-3"
            />
            <a href={`/files/${file.id}`} className="min-w-0 truncate hover:underline max-md:py-3">
              {file.name}
            </a>
            <span className="shrink-0 text-meta text-ink-3">{sizeOf(file.size)}</span>
            <span className="ml-auto shrink-0 text-meta text-ink-3">{times.feed(file.at)}</span>
            {can.record && (can.edit || file.ownerId === actor.personId) && (
              <ClearFile id={client.id} file={file.id} label={t("remove", { name: file.name })} />
            )}
          </li>
        ))}
      </ul>
      {earlier !== null && (
        <Link href={`/clients/${client.id}?files=${earlier}`} className="link text-control">
          {t("earlier")}
        </Link>
      )}
      {can.record && <Adding id={client.id} />}
    </Section>
  )
}

async function Adding({ id }: { id: number }) {
  const [t, help, locale] = await Promise.all([
    getTranslations("clients.shelf"),
    writingHelp(),
    getLocale(),
  ])
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
      <AddClientFiles
        id={id}
        words={{ add: t("add"), failed: t("failed"), sending: t.raw("sending") }}
        outward={{ stop: stopWords[locale], kinds: help.sensitive.kinds }}
      />
      <ButtonLink href={`/guests/new?scope=${shelfKind}:${id}`} tone="quiet" icon="user-plus">
        {t("invite")}
      </ButtonLink>
    </div>
  )
}
