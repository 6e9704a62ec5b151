import { getTranslations } from "next-intl/server"
import { chartAddress } from "@/components/people/chart-address"
import { ButtonLink } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import type { Chart } from "@/lib/people/chart"

const reaches = ["departments", "teams", "people"] as const

/** Title and size; where to look, how far to open, the way back to the list. */
export async function ChartHead({ chart, query }: { chart: Chart; query: string }) {
  const [t, d] = await Promise.all([
    getTranslations("people.chart"),
    getTranslations("people.directory"),
  ])
  const { filter, size, bounded, missing } = chart
  return (
    <>
      <div className="flex min-h-13 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-surface px-gutter py-2">
        <h1 className="text-title whitespace-nowrap">{t("title")}</h1>
        <p className="text-control text-ink-2">{t("size", size)}</p>
        <form action="/people/chart" className="ml-auto max-md:w-full print:hidden">
          {filter.to !== "departments" && <input type="hidden" name="to" value={filter.to} />}
          <label
            data-shortcut="/"
            data-shortcut-label={t("find")}
            className="field-box relative flex h-button items-center md:w-54 max-md:h-11"
          >
            <Icon name="search" size={14} className="ml-2.5 shrink-0 text-ink-3" />
            <input
              type="search"
              name="q"
              aria-label={t("find")}
              placeholder={t("find")}
              defaultValue={query}
              maxLength={100}
              autoComplete="off"
              className="h-full min-w-0 flex-1 bg-transparent px-2 text-control focus-visible:outline-none max-md:text-field"
            />
          </label>
        </form>
        <nav aria-label={t("openTo")} className="flex items-center gap-2 print:hidden">
          <span className="text-control text-ink-2 max-md:hidden" aria-hidden="true">
            {t("openTo")}
          </span>
          <span className="flex rounded-field border border-line bg-sunken p-px">
            {reaches.map((to) => (
              <a
                key={to}
                data-go
                href={chartAddress({ to, at: filter.at })}
                aria-current={filter.to === to ? "true" : undefined}
                className="flex h-6 items-center rounded-chip px-2.5 text-control text-ink-2 hover:text-ink max-md:h-9 aria-[current]:bg-surface aria-[current]:font-semibold aria-[current]:text-ink"
              >
                {t(to)}
              </a>
            ))}
          </span>
        </nav>
        <ButtonLink
          href={filter.at ? `/people?department=${filter.at}` : "/people"}
          icon="list"
          className="print:hidden"
        >
          <span className="max-md:sr-only">{d("list")}</span>
        </ButtonLink>
        <button
          type="button"
          data-print
          className="button button-plain button-s needs-script print:hidden"
        >
          <Icon name="printer" />
          <span className="max-md:sr-only">{t("print")}</span>
        </button>
      </div>
      {(missing || bounded) && (
        <p
          role="status"
          className="border-b border-line bg-surface px-gutter py-2 text-control text-support print:hidden"
        >
          {missing ? t("missing", { query }) : t("bounded")}
        </p>
      )}
    </>
  )
}
