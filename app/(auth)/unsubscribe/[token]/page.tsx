import "@/lib/modules"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { DoorFrame } from "@/components/people/door-frame"
import { Banner } from "@/components/ui/banner"
import { Button } from "@/components/ui/button"
import { Link } from "@/components/ui/link"
import { categoryWord } from "@/lib/people/preferences"
import { looseWords } from "@/lib/platform/loose-words"
import { readUnsubscribe } from "@/lib/platform/unsubscribing"

export async function generateMetadata() {
  return { title: (await getTranslations("notifications.unsubscribe"))("title") }
}

/** Where a mail's way out leads. Mail scanners open links, so only the button ends anything. */
export default async function Unsubscribe({
  params,
  searchParams,
}: {
  params: Promise<{ token: string }>
  searchParams: Promise<{ done?: string }>
}) {
  const [{ token }, { done }] = await Promise.all([params, searchParams])
  const what = readUnsubscribe(token) ?? notFound()
  const [t, word] = await Promise.all([getTranslations("notifications.unsubscribe"), looseWords()])
  const name = what.category === "digest" ? t("digest") : word(categoryWord(what.category))
  return (
    <DoorFrame title={t("title")} path={`/unsubscribe/${token}`}>
      {done ? (
        <Banner>{t("done", { name })}</Banner>
      ) : (
        <form method="post" action={`/unsubscribe/${token}/now`}>
          <p className="mb-5 text-ui text-ink-2">{t("question", { name })}</p>
          <Button type="submit" tone="primary">
            {t("end")}
          </Button>
        </form>
      )}
      <p className="mt-4 text-control">
        <Link href="/settings/notifications" className="link">
          {t("settings")}
        </Link>
      </p>
    </DoorFrame>
  )
}
