import { getTranslations } from "next-intl/server"
import { ButtonLink } from "@/components/ui/button"
import { Section } from "@/components/ui/section"
import { DeviceRow } from "@/components/ui/settings-row"
import { when } from "@/lib/calendar/when"
import type { Proof } from "@/lib/people/security-history"
import { passwordExpiresAt } from "@/lib/platform/due-first"

/** 密码与二次验证 */
export async function ProofRows({ proof, expireAfter }: { proof: Proof; expireAfter: number }) {
  const [t, w] = await Promise.all([getTranslations("people.proof"), when()])
  const at = "/settings/security"
  const ends = passwordExpiresAt(proof, expireAfter)
  const { all, left } = proof.codes
  return (
    <Section title={t("title")}>
      <ul>
        <DeviceRow
          icon="key-round"
          name={t("app")}
          place={t("appNote")}
          when={proof.totpSince ? t("appSince", { date: w.date(proof.totpSince) }) : t("appOff")}
          action={
            <ButtonLink href={`${at}/second-factor${proof.totpSince ? "" : "?begun=1"}`}>
              {proof.totpSince ? t("turnOff") : t("turnOn")}
            </ButtonLink>
          }
        />
        {proof.totpSince && (
          <DeviceRow
            icon="file-key"
            name={t("codes")}
            place={t("codesNote")}
            when={
              <span className={left <= 2 ? "font-semibold text-support" : ""}>
                {t("codesLeft", { left, all })}
              </span>
            }
            action={<ButtonLink href={`${at}/codes`}>{t("renew")}</ButtonLink>}
          />
        )}
        <DeviceRow
          icon="lock"
          name={t("password")}
          place={proof.hasPassword ? ruleOf(t, expireAfter) : t("byCompany")}
          when={
            ends
              ? t("ends", { date: w.date(ends), days: Math.max(0, w.daysAway(ends)) })
              : proof.hasPassword && t("never")
          }
          action={
            proof.hasPassword && <ButtonLink href={`${at}/password`}>{t("change")}</ButtonLink>
          }
        />
      </ul>
    </Section>
  )
}

const ruleOf = (t: Awaited<ReturnType<typeof getTranslations<"people.proof">>>, days: number) =>
  days > 0 ? t("passwordNote", { days }) : t("passwordFree")
