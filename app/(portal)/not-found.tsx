import { connection } from "next/server"
import { getTranslations } from "next-intl/server"
import { Missing } from "@/components/shell/missing"

export default async function NotFound() {
  // Rendered on each request, so that it carries the request's nonce.
  await connection()
  const t = await getTranslations("shell")
  return (
    <div className="bg-surface">
      <Missing title={t("notFound")} hint={t("notFoundHint")} home={t("toHome")} />
    </div>
  )
}
