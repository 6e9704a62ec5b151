import { getTranslations } from "next-intl/server"
import { Button } from "@/components/ui/button"

/** A plain POST: an action can't tell the browser to forget what it kept. */
export async function SignOutButton({ className }: { className?: string }) {
  const t = await getTranslations("people.settings")
  return (
    <form action="/sign-out" method="post" className={className ?? "mt-4"}>
      <Button type="submit" tone="quiet" size="m" icon="log-out">
        {t("signOut")}
      </Button>
    </form>
  )
}
