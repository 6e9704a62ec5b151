import { getTranslations } from "next-intl/server"
import { DoorFrame } from "@/components/people/door-frame"
import { ForgottenForm } from "@/components/people/forgotten-form"
import { Banner } from "@/components/ui/banner"
import { Link } from "@/components/ui/link"
import { settings } from "@/lib/platform/settings"

export async function generateMetadata() {
  return { title: (await getTranslations("people.forgotten"))("title") }
}

export default async function Forgotten() {
  const [t, door, { smtp }] = await Promise.all([
    getTranslations("people.forgotten"),
    getTranslations("people.signIn"),
    settings(),
  ])
  const words = { login: door("login"), send: t("send"), sent: t("sent") }
  return (
    <DoorFrame title={t("title")} note={smtp.host ? t("note") : undefined} path="/forgotten">
      {smtp.host ? <ForgottenForm words={words} /> : <Banner>{t("noMail")}</Banner>}
      <p className="mt-4 text-control">
        <Link href="/login" className="link">
          {t("back")}
        </Link>
      </p>
    </DoorFrame>
  )
}
