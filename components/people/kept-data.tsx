import { getTranslations } from "next-intl/server"
import { Section } from "@/components/ui/section"
import { Still } from "@/components/ui/still"

const kept = [
  "profile",
  "imports",
  "face",
  "rights",
  "leave",
  "password",
  "devices",
  "sessions",
  "events",
  "records",
  "inbox",
  "mails",
  "files",
  "answers",
  "limits",
  "backups",
] as const

/** What the portal keeps about a person, who sees it, and how long: what the code does, no more. */
export async function KeptData() {
  const t = await getTranslations("people.data")
  return (
    <Section title={t("keptTitle")}>
      <Still>
        <p className="py-3 text-control text-pretty text-ink-2">{t("keptNote")}</p>
        <dl>
          {kept.map((name) => (
            <div
              key={name}
              className="grid gap-x-4 gap-y-0.5 border-b border-line-soft py-2.5 text-control md:grid-cols-[136px_1fr]"
            >
              <dt className="font-semibold">{t(`kept.${name}.name`)}</dt>
              <dd className="space-y-0.5 text-pretty">
                <p>{t(`kept.${name}.what`)}</p>
                <p className="text-ink-2">{t(`kept.${name}.long`)}</p>
              </dd>
            </div>
          ))}
        </dl>
      </Still>
    </Section>
  )
}
