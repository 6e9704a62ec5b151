import { getTranslations } from "next-intl/server"
import { Link } from "@/components/ui/link"

/** What a section of 工作台 leaves out, so that an ordinary day stays on one screen. */
export async function MoreLine({ count, href }: { count: number; href: string }) {
  const t = await getTranslations("home")
  if (count <= 0) return null
  return (
    <p className="flex min-h-9 items-center text-control text-ink-2">
      <Link href={href} className="py-1 hover:text-ink hover:underline max-md:py-3">
        {t("more", { count })}
      </Link>
    </p>
  )
}
