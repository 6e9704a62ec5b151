import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { Languages } from "@/components/people/door-frame"
import { Seal } from "@/components/shell/seal"
import { Icon } from "@/components/ui/icon"
import { Steps } from "@/components/ui/steps"

const steps = ["company", "administrator", "calendar", "staff"] as const
export type SetupStep = 1 | 2 | 3 | 4

/** Steps on 288 of paper, the form 560 wide beside them. */
export async function SetupFrame({
  step,
  company,
  children,
}: {
  step: SetupStep
  /** Name and time zone, once they are known. */
  company?: string
  children: ReactNode
}) {
  const [t, frame] = await Promise.all([getTranslations("people.setup"), getTranslations("shell")])
  const stateOf = (index: number) => {
    if (index + 1 === step) return "current"
    return index + 1 < step ? "done" : "ahead"
  }
  const current = steps[step - 1] ?? "company"
  return (
    <div className="flex min-h-dvh bg-surface text-ink max-md:flex-col">
      <header className="flex shrink-0 flex-col border-line bg-paper max-md:border-b md:w-72 md:border-r">
        <div className="flex h-12 items-center gap-2 px-5">
          <Seal />
          <span className="text-panel">{frame("product")}</span>
        </div>
        <p className="px-5 pt-2.5 pb-4 text-control text-ink-2">
          {t("progress", { step, all: steps.length })}
        </p>
        <div className="border-line md:border-t">
          <Steps
            label={t("steps")}
            steps={steps.map((name, index) => ({
              title: t(`${name}.title`),
              note: name === "company" && company ? company : t(`${name}.hint`),
              state: stateOf(index),
            }))}
          />
        </div>
        <p className="flex items-center gap-2 px-5 py-3.5 text-control text-ink-2 max-md:hidden">
          <Icon name="lock" size={14} className="text-ink-3" />
          {t("closes")}
        </p>
        <div className="mt-auto px-5 py-6 text-meta max-md:hidden">
          <Languages path={`/setup?step=${step}`} />
        </div>
      </header>
      <main className="min-w-0 flex-1 px-4 py-10 md:px-24 md:py-14 max-lg:md:px-10">
        <div className="max-w-140">
          <h1 className="text-display">{t(`${current}.title`)}</h1>
          <p className="mt-1 text-ui text-ink-2">{t(`${current}.note`)}</p>
          <div className="mt-7">{children}</div>
        </div>
      </main>
    </div>
  )
}
