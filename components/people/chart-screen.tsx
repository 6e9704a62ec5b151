import { getTranslations } from "next-intl/server"
import { ChartHead } from "@/components/people/chart-head"
import { inOrder, type Layout, layoutOf, measure } from "@/components/people/chart-layout"
import { type ChartWords, chartMarkup } from "@/components/people/chart-markup"
import { ChartStage } from "@/components/people/chart-stage"
import { rowWords } from "@/components/people/person-row"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { KeyFooter } from "@/components/ui/key-footer"
import { html, inside, type Markup } from "@/components/ui/markup"
import { Still } from "@/components/ui/still"
import { organisationChart } from "@/lib/people/chart"
import type { ChartFilter } from "@/lib/people/chart-filter"
import type { PersonActor } from "@/lib/platform/actor"

/** 组织架构图: the company as a picture. */
export async function ChartScreen({ actor, filter }: { actor: PersonActor; filter: ChartFilter }) {
  const [t, words, chart] = await Promise.all([
    getTranslations("people.chart"),
    liveWords(),
    organisationChart(actor, filter),
  ])
  const layout = layoutOf(chart.root)
  const { width, height } = layout
  const drawing = chartMarkup(chart, layout, await chartWords(chart.today))
  return (
    <LiveRegion topics={["home:everyone"]} words={words}>
      <Still>
        <ChartHead chart={chart} query={filter.q} />
      </Still>
      <ChartStage
        width={width}
        height={height}
        at={chart.filter.at ?? 0}
        words={{
          group: t("title"),
          zoom: t("zoom"),
          in: t("in"),
          out: t("out"),
          fit: t("fit"),
          whole: t("whole"),
          overview: t("overview"),
        }}
        overview={
          <Still>
            <div {...inside(overviewOf(layout))} />
          </Still>
        }
      >
        <Still>
          <div {...inside(drawing)} />
        </Still>
      </ChartStage>
      <div className="print:hidden">
        <KeyFooter
          keys={[
            { keys: ["←", "→"], word: t("keys.close") },
            { keys: ["↑", "↓"], word: t("keys.move") },
            { keys: ["↵"], word: t("keys.open") },
            { keys: ["0"], word: t("keys.fit") },
          ]}
        >
          {t("hint")}
        </KeyFooter>
      </div>
    </LiveRegion>
  )
}

async function chartWords(today: string): Promise<ChartWords> {
  const [t, d, rows] = await Promise.all([
    getTranslations("people.chart"),
    getTranslations("people.directory"),
    rowWords(today, true),
  ])
  return {
    title: t("title"),
    head: d("head"),
    node: (department, head, count) => t("node", { department, head: head ?? t("noHead"), count }),
    person: (name, post) => (post ? t("person", { name, post }) : name),
    reports: (name) => t("reports", { name }),
    newDays: rows.newDays,
    more: (count) => t("more", { count }),
  }
}

/** Everything as blocks, for the map in the corner. */
function overviewOf({ root, width, height }: Layout): Markup {
  const blocks = inOrder(root).map(
    ({ node, x, y, people }) =>
      html`<rect x='${x}' y='${y}' width='${measure.width}' height='${measure.height}'${node.chosen && html` class='on'`}/>${people && html`<rect class='people' x='${people.x - 16}' y='${people.y}' width='160' height='${people.height}'/>`}`,
  )
  return html`<svg class='chart-map' aria-hidden='true' viewBox='0 0 ${width} ${height}' preserveAspectRatio='none'>${blocks}</svg>`
}
