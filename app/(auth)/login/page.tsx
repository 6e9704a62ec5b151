import { redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { CompanyButton } from "@/components/people/company-button"
import { DoorFrame } from "@/components/people/door-frame"
import { LoginForm } from "@/components/people/login-form"
import { loginWords } from "@/components/people/password-words"
import { FormError } from "@/components/ui/form-error"
import { db } from "@/db/engine"
import { hasCompanyAccounts } from "@/lib/people/company-account"
import { hasPeople } from "@/lib/people/setting-up"
import { currentSession } from "@/lib/platform/session"
import { settings } from "@/lib/platform/settings"
import { ownPath, siteAddress } from "@/lib/platform/site-address"

type Asked = {
  searchParams: Promise<{ next?: string; failed?: string; error?: string; callbackUrl?: string }>
}

export async function generateMetadata() {
  return { title: (await getTranslations("people.signIn"))("title") }
}

export default async function Login({ searchParams }: Asked) {
  const asked = await searchParams
  // next-auth says in its own words what became of the company account, and where one was going.
  const failed = asked.failed ?? asked.error
  const next = ownPath(asked.next ?? asked.callbackUrl?.replace(siteAddress(), ""))
  const session = await currentSession()
  if (typeof session !== "string") redirect(next)
  if (!(await hasPeople(db()))) redirect("/setup")
  const [t, words, all] = await Promise.all([
    getTranslations("people.signIn"),
    loginWords(),
    settings(),
  ])
  const note = all.company.name ? t("portalOf", { company: all.company.name }) : t("portal")
  const ended = session === "signed_out" ? null : t(`ended.${session}`)
  return (
    <DoorFrame
      title={t("title")}
      note={note}
      path={next === "/" ? "/login" : `/login?next=${encodeURIComponent(next)}`}
    >
      {(failed || ended) && (
        <div className="mb-4">
          <FormError>{failed ? t("ssoFailed") : ended}</FormError>
        </div>
      )}
      <LoginForm words={words} next={next} />
      {hasCompanyAccounts(all) && (
        <>
          <p className="needs-script my-3.5 flex items-center gap-4 text-meta text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            {t("or")}
          </p>
          <CompanyButton label={t("sso")} failed={t("ssoFailed")} next={next} />
        </>
      )}
    </DoorFrame>
  )
}
