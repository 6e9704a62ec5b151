import { redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { CodeForm } from "@/components/people/code-form"
import { DoorFrame } from "@/components/people/door-frame"
import { Link } from "@/components/ui/link"
import { secondCookie } from "@/lib/people/browser"
import { halfWay } from "@/lib/people/half-way"
import { readSealed } from "@/lib/platform/browser-cookies"

export async function generateMetadata() {
  return { title: (await getTranslations("people.signIn"))("second") }
}

export default async function SecondStep() {
  if (!halfWay(await readSealed(secondCookie))) redirect("/login")
  const t = await getTranslations("people.signIn")
  return (
    <DoorFrame title={t("second")} note={t("secondNote")} path="/login/code">
      <CodeForm words={{ code: t("code"), confirm: t("confirm") }} />
      <p className="mt-4 text-control">
        <Link href="/login" className="link">
          {t("back")}
        </Link>
      </p>
    </DoorFrame>
  )
}
