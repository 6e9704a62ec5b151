import { getTranslations } from "next-intl/server"
import { ButtonLink } from "@/components/ui/button"

/** Under a list that is longer than its page: the way on, and the way back to its first page. */
export async function ListPages({
  after,
  next,
  to,
  more,
}: {
  /** Where this page begins; the first has none. */
  after: string | undefined
  next: string | null
  to: (after: string | undefined) => string
  /** What the way on is called. */
  more: string
}) {
  const t = await getTranslations("shell")
  if (!next && !after) return null
  return (
    <div className="flex gap-2 px-gutter pt-4 print:hidden">
      {after && <ButtonLink href={to(undefined)}>{t("firstPage")}</ButtonLink>}
      {next && <ButtonLink href={to(next)}>{more}</ButtonLink>}
    </div>
  )
}
