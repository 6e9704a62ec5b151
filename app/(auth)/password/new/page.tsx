import { getTranslations } from "next-intl/server"
import { z } from "zod"
import { DoorFrame } from "@/components/people/door-frame"
import { LinkPasswordForm } from "@/components/people/password-forms"
import { newPasswordWords } from "@/components/people/password-words"
import { Link } from "@/components/ui/link"
import { db } from "@/db/engine"
import { linkCookie } from "@/lib/people/browser"
import { findLink } from "@/lib/people/password-links"
import { readSealed } from "@/lib/platform/browser-cookies"

export async function generateMetadata() {
  return { title: (await getTranslations("people.link"))("title") }
}

export default async function PasswordByLink() {
  const token = z
    .string()
    .catch("")
    .parse(await readSealed(linkCookie))
  const [link, t, door] = await Promise.all([
    findLink(db(), token, new Date()),
    getTranslations("people.link"),
    getTranslations("people.forgotten"),
  ])
  if (!link)
    return (
      <DoorFrame title={t("goneTitle")} note={t("gone")} path="/password/new">
        <Link href="/forgotten" className="link text-control">
          {door("title")}
        </Link>
      </DoorFrame>
    )
  const words = { ...(await newPasswordWords()), save: t("save") }
  return (
    <DoorFrame
      title={t("title")}
      note={t("note", { name: link.name, staffNo: link.staffNo })}
      path="/password/new"
    >
      <LinkPasswordForm words={words} name={link.staffNo} />
    </DoorFrame>
  )
}
