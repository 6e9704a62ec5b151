import { getTranslations } from "next-intl/server"
import { methodIcon } from "@/components/clients/stage-look"
import { LinkedText } from "@/components/shell/linked-text"
import { cx } from "@/components/ui/cx"
import { Face, type Person } from "@/components/ui/face"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"
import type { TimelineCommunication } from "@/lib/clients/timeline"

/** One talk with the client: always marked 外部沟通, since an outsider was part of it. */
export async function TalkEntry({
  record,
  owner,
  edit,
}: {
  record: TimelineCommunication
  owner: Person
  /** Where it is corrected, for whom that is. */
  edit?: string | undefined
}) {
  const [t, clients, times] = await Promise.all([
    getTranslations("clients.record"),
    getTranslations("clients"),
    when(),
  ])
  const parts = [
    { key: "need", text: record.need },
    { key: "response", text: record.response },
    { key: "plan", text: record.plan },
  ] as const
  return (
    <li className="relative grid grid-cols-[20px_1fr] gap-x-2.5 border-l-2 border-outside py-1.5 pl-3">
      <Icon name={methodIcon[record.method]} size={16} className="mt-0.5 text-outside" />
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-meta text-ink-2">
          <StateChip icon="globe" tone="outside">
            {clients("outside")}
          </StateChip>
          <span>
            {record.contactName
              ? t("with", {
                  method: clients(`method.${record.method}`),
                  contact: record.contactName,
                })
              : clients(`method.${record.method}`)}
          </span>
          <span className="inline-flex items-center gap-1.5">
            <Face person={owner} size={20} />
            <span className="one-word">{owner.name}</span>
          </span>
          <time dateTime={record.at.toISOString()} className="ml-auto">
            {times.moment(record.at)}
          </time>
          {edit && (
            <Link
              href={edit}
              aria-label={t("editNamed", { topic: record.topic })}
              title={t("edit")}
              className="grid size-6 place-items-center rounded-field text-ink-3 hover:bg-hover hover:text-ink max-md:absolute max-md:top-6 max-md:-right-3 max-md:size-11"
            >
              <Icon name="pencil" size={14} />
            </Link>
          )}
        </div>
        <p className={cx("mt-0.5 text-ui font-semibold text-pretty", edit && "max-md:pr-9")}>
          <LinkedText text={record.topic} />
        </p>
        <dl className="mt-0.5 text-prose text-pretty">
          {parts.map(
            ({ key, text }) =>
              text && (
                <div key={key} className="grid grid-cols-[124px_1fr] gap-x-2 max-md:block">
                  <dt className="text-control leading-5.5 text-ink-2">{t(key)}</dt>
                  <dd className="whitespace-pre-line">
                    <LinkedText text={text} />
                  </dd>
                </div>
              ),
          )}
        </dl>
        <After record={record} />
      </div>
    </li>
  )
}

async function After({ record: { nextAt, settledAt } }: { record: TimelineCommunication }) {
  const [t, times] = await Promise.all([getTranslations("clients.record"), when()])
  if (!nextAt) return null
  return (
    <p className="mt-1 flex items-center gap-1.5 text-meta text-ink-2">
      <Icon
        name={settledAt ? "state-done" : "calendar-clock"}
        size={14}
        className={settledAt ? "text-done" : "text-ink-3"}
      />
      {settledAt
        ? t("settled", { date: times.date(settledAt) })
        : t("nextOn", { date: times.date(nextAt) })}
    </p>
  )
}
