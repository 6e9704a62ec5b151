import { getLocale, getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { Promises } from "@/components/people/promises"
import { Seal } from "@/components/shell/seal"
import { settings } from "@/lib/platform/settings"
import { version } from "@/package.json"

/** The page of everybody who isn't in yet: form 336 wide, 160 from the left; the promises on paper. */
export async function DoorFrame({
  title,
  note,
  path,
  children,
}: {
  title: ReactNode
  note?: ReactNode
  /** Where the language switch comes back to. */
  path: string
  children: ReactNode
}) {
  const [{ company, promises }, t, frame] = await Promise.all([
    settings(),
    getTranslations("people.signIn"),
    getTranslations("shell"),
  ])
  return (
    <div className="flex min-h-dvh bg-surface text-ink">
      <main className="flex min-w-0 flex-1 flex-col px-4 md:pl-10 lg:pl-20 xl:pl-40">
        <div className="w-full flex-1 pt-[13.5vh] pb-10 max-md:pt-12 md:w-84">
          <div className="flex items-center gap-2">
            <Seal large />
            <span className="text-panel">{frame("product")}</span>
          </div>
          <h1 className="mt-13 text-display">{title}</h1>
          {note && <p className="mt-1 text-ui text-ink-2">{note}</p>}
          <div className="mt-7">{children}</div>
        </div>
        <footer className="flex items-center gap-5 py-6 text-meta text-ink-2 md:pr-10">
          <Languages path={path} />
          <span className="ml-auto">{t("version", { version })}</span>
        </footer>
      </main>
      <Promises company={company.name} promises={promises} />
    </div>
  )
}

/** Plain links, since a prefetch would already switch. */
export async function Languages({ path }: { path: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("people.signIn")])
  const names = { zh: "简体中文", en: "English" }
  return (
    <nav aria-label={t("language")} className="flex gap-5">
      {(["zh", "en"] as const).map((to) => (
        <a
          key={to}
          href={`/language?to=${to}&next=${encodeURIComponent(path)}`}
          lang={to === "zh" ? "zh-CN" : "en"}
          aria-current={to === locale ? "true" : undefined}
          className={to === locale ? "text-ink-2" : "link"}
        >
          {names[to]}
        </a>
      ))}
    </nav>
  )
}
