import { getTranslations } from "next-intl/server"
import { TurnOff } from "@/components/settings/turn-off"
import { when } from "@/lib/calendar/when"
import { reportedFinds } from "@/lib/outward/false-finds"
import { type FindKind, findKinds } from "@/lib/platform/screening/kinds"

/** What people said is not sensitive: how often, by kind and by how it looks masked. */
export async function FalseFindRows({
  off,
  kinds,
}: {
  off: readonly FindKind[]
  kinds: Record<FindKind, string>
}) {
  const [t, time, rows] = await Promise.all([
    getTranslations("settings.screening"),
    when(),
    reportedFinds(),
  ])
  if (rows.length === 0) return null
  return (
    <div className="mt-6">
      <h3 className="text-control font-semibold">{t("reports")}</h3>
      <p className="mt-1 text-meta text-pretty text-ink-3">{t("reportsNote")}</p>
      <table className="mt-2 w-full text-control">
        <thead className="text-left text-meta text-ink-2">
          <tr>
            <th className="py-1.5 font-normal">{t("column.kind")}</th>
            <th className="font-normal">{t("column.shown")}</th>
            <th className="font-normal">{t("column.people")}</th>
            <th className="font-normal">{t("column.last")}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind: name, shown, people, last }) => {
            const kind = findKinds.find((one) => one === name)
            return (
              kind && (
                <tr key={`${kind} ${shown}`} className="border-t border-line-soft">
                  <td className="py-1.5 pr-2">{kinds[kind]}</td>
                  <td className="pr-2 break-all">{shown}</td>
                  <td className="pr-2">{people}</td>
                  <td className="pr-2 text-ink-2">{last && time.feed(last)}</td>
                  <td className="text-right">
                    {off.includes(kind) ? (
                      <span className="text-meta text-ink-3">{t("off")}</span>
                    ) : (
                      <TurnOff kind={kind} label={t("turnOff")} />
                    )}
                  </td>
                </tr>
              )
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
