import { getLocale, getTranslations } from "next-intl/server"
import { newPasswordWords } from "@/components/people/password-words"
import { SetupAdministrator } from "@/components/people/setup-administrator"
import { SetupCalendar } from "@/components/people/setup-calendar"
import { SetupCompany } from "@/components/people/setup-company"
import { SetupFinish } from "@/components/people/setup-finish"
import type { SetupStep } from "@/components/people/setup-frame"
import { weekdays } from "@/lib/calendar/work-week"
import type { SetupState } from "@/lib/people/setup-state"
import { settings } from "@/lib/platform/settings"

/** The form of one step, with what was filled in before. */
export async function SetupForm({ step, state }: { step: SetupStep; state: SetupState | null }) {
  const t = await getTranslations("people.setup")
  const foot = { back: t("back"), next: step === 4 ? t("finish") : t("next") }
  if (step === 1) return <CompanyStep foot={foot} state={state} />
  if (step === 2) return <AdministratorStep foot={foot} state={state} />
  if (step === 3) return <CalendarStep foot={foot} state={state} />
  return <SetupFinish words={{ ...foot, body: t("staff.body"), ready: t("staff.ready") }} />
}

type StepProps = { foot: { back: string; next: string }; state: SetupState | null }

async function CompanyStep({ foot, state }: StepProps) {
  const [t, locale] = await Promise.all([getTranslations("people.setup.company"), getLocale()])
  const words = {
    ...foot,
    code: t("code"),
    codeHint: t("codeHint"),
    name: t("name"),
    timeZone: t("timeZone"),
    locale: t("locale"),
  }
  const before = state?.company ?? { name: "", timeZone: "Asia/Shanghai", locale }
  const zones = Intl.supportedValuesOf("timeZone")
  return <SetupCompany words={words} before={before} askCode={state === null} zones={zones} />
}

async function AdministratorStep({ foot, state }: StepProps) {
  const [t, password] = await Promise.all([getTranslations("people.profile"), newPasswordWords()])
  const word = await getTranslations("people.signIn")
  const labels = {
    name: t("name"),
    staffNo: t("staffNo"),
    post: t("post"),
    birthday: t("birthday"),
    email: t("email"),
    phone: t("phone"),
  }
  const { passwordHash: _, ...before } = state?.administrator ?? { passwordHash: "" }
  return (
    <SetupAdministrator
      words={{ ...foot, ...password, password: word("password") }}
      labels={labels}
      before={before}
    />
  )
}

async function CalendarStep({ foot, state }: StepProps) {
  const [t, { workWeek }] = await Promise.all([
    getTranslations("people.setup.calendar"),
    settings(),
  ])
  const week = state?.workWeek ?? workWeek
  const [morning = ["09:00", "12:00"], afternoon = ["13:30", "18:00"]] =
    week.find((day) => day.length > 1) ?? []
  const clock = (part: "morning" | "afternoon", end: "from" | "until") => `${t(part)} · ${t(end)}`
  const words = {
    ...foot,
    days: t("days"),
    morningFrom: clock("morning", "from"),
    morningUntil: clock("morning", "until"),
    afternoonFrom: clock("afternoon", "from"),
    afternoonUntil: clock("afternoon", "until"),
  }
  const before = {
    days: week.flatMap((day, at) => (day.length > 0 ? [String(at)] : [])),
    morningFrom: morning[0],
    morningUntil: morning[1],
    afternoonFrom: afternoon[0],
    afternoonUntil: afternoon[1],
  }
  const days = weekdays.map((day) => t(`day.${day}`))
  return <SetupCalendar words={words} dayNames={days} before={before} />
}
