import { getTranslations } from "next-intl/server"
import { Icon } from "@/components/ui/icon"

/** 已脱敏, with what was written one click away: only on pages for colleagues. */
export async function OriginalText({ text }: { text: string }) {
  const t = await getTranslations("outward.stop")
  return (
    <details className="mt-1 text-meta text-ink-3">
      <summary className="w-fit cursor-pointer">
        <Icon name="shield" size={12} className="mr-1.5 inline" />
        {t("masked")} <span className="link one-word">{t("original")}</span>
      </summary>
      <p className="mt-1 rounded-field bg-sunken px-3 py-2 text-prose break-words whitespace-pre-wrap text-ink">
        {text}
      </p>
    </details>
  )
}
