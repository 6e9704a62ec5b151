import { getTranslations } from "next-intl/server"
import { stateLook } from "@/components/shell/state-look"
import { toneText } from "@/components/ui/tone"
import { when } from "@/lib/calendar/when"
import { progressOf } from "@/lib/tasks/progress-history"
import type { Task } from "@/lib/tasks/task"

const width = 160
const height = 28

/** How the progress went, as steps: level until somebody says more. */
export async function ProgressCurve({ task }: { task: Task }) {
  const [t, times] = await Promise.all([getTranslations("tasks.updates"), when()])
  const points = await progressOf(task, times.now)
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || last.at <= first.at) return null
  const x = (at: Date) =>
    ((at.getTime() - first.at.getTime()) / (last.at.getTime() - first.at.getTime())) * width
  const y = (percent: number) => height - 2 - (percent / 100) * (height - 4)
  const steps = points
    .slice(1)
    .map(({ at, percent }) => `H${x(at).toFixed(1)}V${y(percent).toFixed(1)}`)
  return (
    <svg
      role="img"
      aria-label={t("curve", { from: first.percent, until: last.percent })}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={`overflow-visible ${toneText[stateLook[task.state].tone]}`}
    >
      <line x1="0" x2={width} y1={height - 1} y2={height - 1} className="stroke-line" />
      <path
        d={`M0 ${y(first.percent).toFixed(1)}${steps.join("")}`}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
    </svg>
  )
}
