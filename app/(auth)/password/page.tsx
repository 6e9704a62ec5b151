import { redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { DoorFrame } from "@/components/people/door-frame"
import { ChangePasswordForm } from "@/components/people/password-forms"
import { changeWords } from "@/components/people/password-words"
import { SignOutButton } from "@/components/people/sign-out-button"
import { currentSession } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("people.due"))("title") }
}

/** A new password before anything else. Reached only while it is due. */
export default async function PasswordDue() {
  const session = await currentSession()
  if (typeof session === "string") redirect("/login")
  if (session.due !== "password") redirect("/")
  const [t, words] = await Promise.all([getTranslations("people.due"), changeWords()])
  return (
    <DoorFrame title={t("title")} note={t("note")} path="/password">
      <ChangePasswordForm words={words} tall done="/" />
      <SignOutButton />
    </DoorFrame>
  )
}
