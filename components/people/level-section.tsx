import { getTranslations } from "next-intl/server"
import { LevelForm } from "@/components/people/level-form"
import { Section } from "@/components/ui/section"
import type { Person } from "@/lib/people/person"

/** For the head of somebody's department. */
export async function LevelSection({ person }: { person: Person }) {
  const t = await getTranslations("people.colleague")
  return (
    <Section title={t("level")} size="small">
      <LevelForm
        id={person.id}
        level={person.level}
        label={t("level")}
        levels={[
          { value: "view", label: t("view"), icon: "eye", tone: "quiet" },
          { value: "edit", label: t("edit"), icon: "pencil", tone: "quiet" },
          { value: "admin", label: t("admin"), icon: "shield", tone: "quiet" },
        ]}
      />
    </Section>
  )
}
