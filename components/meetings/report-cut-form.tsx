import { getTranslations } from "next-intl/server"
import { Button } from "@/components/ui/button"
import { Options } from "@/components/ui/options"
import { Select } from "@/components/ui/select"
import type { ResolutionReport } from "@/lib/meetings/report"

const cuts = [
  ["department", "departments"],
  ["host", "hosts"],
  ["meeting", "meetings"],
] as const

/** The report cut by department, host and meeting: a plain form, so it works without a script. */
export async function ReportCutForm({ report }: { report: ResolutionReport }) {
  const t = await getTranslations("meetings.reports")
  return (
    <form
      action="/reports/resolutions"
      className="flex flex-wrap items-center gap-2 border-b border-line px-gutter py-2 print:hidden"
    >
      <input type="hidden" name="week" value={report.week} />
      {cuts.map(([name, among]) => (
        <Select
          key={`${name} ${report.cut[name] ?? ""}`}
          name={name}
          aria-label={t(`cut.${name}`)}
          defaultValue={report.cut[name] ?? ""}
          className="h-7 max-w-56 min-w-32 text-control"
        >
          <Options
            of={[
              { value: "", label: t(`whole.${name}`) },
              ...report.choices[among].map(({ id, label }) => ({ value: id, label })),
            ]}
          />
        </Select>
      ))}
      <Button type="submit">{t("apply")}</Button>
    </form>
  )
}
