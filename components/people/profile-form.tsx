import { getTranslations } from "next-intl/server"
import { FaceForm } from "@/components/people/face-form"
import { faceWords } from "@/components/people/face-words"
import { PhoneForm } from "@/components/people/phone-form"
import { Face } from "@/components/ui/face"
import { Section } from "@/components/ui/section"
import type { Profile } from "@/lib/people/own-profile"

/** 个人资料: HR's fields to read, the phone to change. */
export async function ProfileForm({
  profile,
  faceFailed,
}: {
  profile: Profile
  /** The plain form came back without having kept the picture. */
  faceFailed: boolean
}) {
  const [t, s] = await Promise.all([
    getTranslations("people.profile"),
    getTranslations("people.settings"),
  ])
  const rows = [
    [t("staffNo"), profile.staffNo],
    [t("department"), profile.department],
    [t("post"), profile.post],
    [t("email"), profile.email],
    [t("hiredOn"), profile.hiredOn],
    [t("birthday"), profile.birthday],
    [t("level"), t(`levels.${profile.level}`)],
  ] as const
  return (
    <Section title={s("profile")}>
      <div className="flex items-center gap-3 py-4">
        <Face person={profile} size={48} />
        <div>
          <p className="one-word text-title">{profile.name}</p>
          <p className="text-control text-ink-2">{t("note")}</p>
        </div>
      </div>
      <FaceForm has={profile.face !== null} failed={faceFailed} words={await faceWords()} />
      <dl className="mt-6 mb-6">
        {rows.map(([label, value]) => (
          <div
            key={label}
            className="grid min-h-9 grid-cols-[88px_1fr] items-center border-b border-line-soft text-control"
          >
            <dt className="text-ink-3">{label}</dt>
            <dd className={value ? "" : "text-ink-3"}>{value || t("none")}</dd>
          </div>
        ))}
      </dl>
      <PhoneForm
        phone={profile.phone ?? ""}
        words={{ phone: t("phone"), save: s("save"), saved: s("saved") }}
      />
    </Section>
  )
}
