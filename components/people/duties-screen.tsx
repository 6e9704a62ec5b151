import { getTranslations } from "next-intl/server"
import { DutyRow, GiveDuty } from "@/components/people/duty-forms"
import { pickerWords } from "@/components/people/picker-words"
import { PageHead, type Tab } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { Still } from "@/components/ui/still"
import { db } from "@/db/engine"
import { duties } from "@/db/schema/people"
import { dutyHolders } from "@/lib/people/duty-holders"

/** 职能: who does what for the whole company. */
export async function DutiesScreen({ tabs }: { tabs: { tabs?: Tab[]; tabsLabel?: string } }) {
  const [t, holders, pick] = await Promise.all([
    getTranslations("people.duties"),
    dutyHolders(db()),
    pickerWords(),
  ])
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <Still>
        <PageHead title={t("title")} {...tabs} />
      </Still>
      <div className="min-h-0 flex-1 overflow-y-auto px-gutter pt-4 pb-16">
        <div className="max-w-180">
          <p className="mb-4 text-control text-pretty text-ink-2">{t("note")}</p>
          <div className="flex h-7 items-center border-b border-line text-meta text-ink-2">
            <span className="flex-1">{t("person")}</span>
            {duties.map((duty) => (
              <span key={duty} className="w-18 text-center max-md:w-14">
                {t(duty)}
              </span>
            ))}
            <span className="w-18 max-md:w-14" />
          </div>
          <ul>
            {holders.map((person) => (
              <DutyRow
                key={`${person.id} ${person.duties.toSorted().join()}`}
                person={person}
                boxes={duties.map((value) => ({
                  value,
                  label: t("of", { name: person.name, duty: t(value) }),
                  checked: person.duties.includes(value),
                }))}
                words={{ save: t("save"), saved: t("saved") }}
              />
            ))}
          </ul>
          <Section title={t("add")}>
            <div className="mt-4">
              <GiveDuty
                boxes={duties.map((value) => ({ value, label: t(value) }))}
                words={{
                  person: t("person"),
                  choose: t("choose"),
                  add: t("add"),
                  saved: t("saved"),
                  pick,
                }}
              />
            </div>
          </Section>
        </div>
      </div>
    </div>
  )
}
