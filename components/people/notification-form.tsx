import { getTranslations } from "next-intl/server"
import { SavedForm } from "@/components/people/saved-form"
import { Checkbox } from "@/components/ui/checkbox"
import { Section } from "@/components/ui/section"
import { Select } from "@/components/ui/select"
import { MatrixHead } from "@/components/ui/settings-row"
import { channels } from "@/db/schema/notifications"
import { type CategoryRow, categoryWord } from "@/lib/people/preferences"
import { looseWords } from "@/lib/platform/loose-words"

/** Usual nights, in minutes of the day. */
const nights = [
  [18 * 60, 9 * 60],
  [20 * 60, 8 * 60],
  [22 * 60, 7 * 60],
] as const

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`

/** 通知: what reaches me where; the company's rules are greyed, never missing. */
export async function NotificationForm({
  rows,
  quiet,
}: {
  rows: CategoryRow[]
  quiet: { from: number | null; until: number | null }
}) {
  const [t, s, word] = await Promise.all([
    getTranslations("people.notify"),
    getTranslations("people.settings"),
    looseWords(),
  ])
  const now = quiet.from === null || quiet.until === null ? "off" : `${quiet.from}-${quiet.until}`
  const own =
    quiet.from !== null && quiet.until !== null ? [[quiet.from, quiet.until] as const] : []
  const choices = [...own, ...nights].filter(
    ([from, until], at, all) => all.findIndex((it) => it[0] === from && it[1] === until) === at,
  )
  return (
    <Section title={s("notifications")}>
      <SavedForm act="notifications" words={{ save: s("save"), saved: s("saved") }}>
        <div className="mt-3 flex flex-wrap items-center gap-2 text-control text-ink-2">
          <label htmlFor="quiet">{t("quiet")}</label>
          <span className="w-40">
            <Select id="quiet" name="quiet" defaultValue={now}>
              <option value="off">{t("quietOff")}</option>
              {choices.map(([from, until]) => (
                <option key={`${from}-${until}`} value={`${from}-${until}`}>
                  {`${clock(from)}–${clock(until)}`}
                </option>
              ))}
            </Select>
          </span>
        </div>
        <div>
          <MatrixHead columns={channels.map((channel) => t(`channels.${channel}`))} />
          {rows.map((row) => {
            const category = word(categoryWord(row.category))
            return (
              <div
                key={row.category}
                className="flex min-h-8 items-center border-b border-line-soft text-control max-md:min-h-11"
              >
                <span className="min-w-0 flex-1 py-1">
                  {category}
                  {row.fixed && <span className="ml-2 text-meta text-ink-3">{t("fixed")}</span>}
                </span>
                {channels.map((channel) => (
                  <span key={channel} className="grid w-18 place-items-center max-md:w-14">
                    <Checkbox
                      name="wanted[]"
                      value={`${row.category}:${channel}`}
                      aria-label={t("cell", { category, channel: t(`channels.${channel}`) })}
                      defaultChecked={row.wanted[channel]}
                      disabled={row.fixed && channel === "portal"}
                    />
                  </span>
                ))}
              </div>
            )
          })}
        </div>
      </SavedForm>
    </Section>
  )
}
