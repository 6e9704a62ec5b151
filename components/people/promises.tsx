import { getTranslations } from "next-intl/server"
import type { Settings } from "@/lib/platform/settings"

/** 沟通约定: what the company promises its people, as set by its administrators. */
export async function Promises({
  company,
  promises,
}: {
  company: string
  promises: Settings["promises"]
}) {
  const t = await getTranslations("people.promises")
  const rows = [
    { key: "urgent", figure: promises.urgentMinutes },
    { key: "ordinary", figure: promises.ordinaryHours },
    { key: "minutes", figure: promises.minutesHours },
    { key: "notice", figure: promises.noticeDays },
  ] as const
  return (
    <aside
      aria-labelledby="promises"
      className="w-150 shrink-0 border-l border-line bg-paper px-18 pt-[23vh] pb-10 max-xl:w-110 max-xl:px-10 max-lg:hidden"
    >
      <h2 id="promises" className="pb-3 text-ui font-semibold">
        {company ? t("titleOf", { company }) : t("title")}
      </h2>
      <dl className="rule-lead">
        {rows.map(({ key, figure }) => (
          <div
            key={key}
            className="grid grid-cols-[188px_1fr] border-b border-line py-5 max-xl:grid-cols-[140px_1fr]"
          >
            <dt className="flex items-baseline gap-2.5">
              <span className={`text-display ${key === "urgent" ? "text-cinnabar-ink" : ""}`}>
                {figure}
              </span>
              <span className="text-ui text-ink-2">{t(`${key}.unit`, { count: figure })}</span>
            </dt>
            <dd>
              <p className="text-ui font-semibold">{t(`${key}.name`)}</p>
              <p className="text-ui text-ink-2">
                {key === "notice" && figure !== 1 ? t("noticeMore") : t(`${key}.note`)}
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </aside>
  )
}
