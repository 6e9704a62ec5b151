import { getTranslations } from "next-intl/server"
import { Link } from "@/components/ui/link"

/**
 * Beside a section's title: how much of it the page leaves out, so that a day stays on one screen;
 * else where all of its kind is.
 */
export async function MoreLink({ left, href, all }: { left: number; href: string; all: string }) {
  const t = await getTranslations("home")
  return (
    <Link href={href} className="hover:text-ink hover:underline max-md:py-3">
      {left > 0 ? t("more", { count: left }) : all}
    </Link>
  )
}
