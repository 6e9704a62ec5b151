import { redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { DoorFrame } from "@/components/people/door-frame"
import { AddSecondFactorPart } from "@/components/people/second-factor-page"
import { SignOutButton } from "@/components/people/sign-out-button"
import { currentSession } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("people.due"))("factorTitle") }
}

/** The second factor before anything else, for duties that need one. It stays to show the codes. */
export default async function SecondFactorDue() {
  const session = await currentSession()
  if (typeof session === "string") redirect("/login")
  if (session.due === "password") redirect("/password")
  const t = await getTranslations("people.due")
  return (
    <DoorFrame title={t("factorTitle")} note={t("factorNote")} path="/second-factor">
      <AddSecondFactorPart actor={session.actor} done="/" />
      <SignOutButton />
    </DoorFrame>
  )
}
