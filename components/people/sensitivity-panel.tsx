import { getTranslations } from "next-intl/server"
import { labelWords } from "@/components/people/label-words"
import { pickerWords } from "@/components/people/picker-words"
import { RemoveClearance } from "@/components/people/remove-clearance"
import { ClearPeople, CloseLabel, LabelForm } from "@/components/people/sensitivity-forms"
import { ButtonLink } from "@/components/ui/button"
import { Face } from "@/components/ui/face"
import { Section } from "@/components/ui/section"
import { Still } from "@/components/ui/still"
import { db } from "@/db/engine"
import { heldUnder } from "@/lib/people/held-under"
import type { Sensitivity } from "@/lib/people/sensitivities"
import { labelHolders } from "@/lib/people/sensitivity-page"
import type { PersonActor } from "@/lib/platform/actor"

type Held = Awaited<ReturnType<typeof labelHolders>>
type Holder = Held["holders"][number]

const address = (label: number) => `/admin/sensitivity?label=${label}`

/** One category: who is cleared for it, what it is called, whether it is still given. */
export async function SensitivityPanel({
  actor,
  label,
  name,
  remove,
}: {
  actor: PersonActor
  label: Sensitivity
  name: string
  remove?: number | undefined
}) {
  const [t, held, words, pick] = await Promise.all([
    getTranslations("people.sensitivity"),
    labelHolders(db(), actor, label.id),
    labelWords(),
    pickerWords(),
  ])
  const leaving = held.holders.find(({ id }) => id === remove)
  return (
    <>
      {leaving && <Removal actor={actor} label={label} name={name} leaving={leaving} held={held} />}
      <Section title={t("people")} count={t("count", { count: held.holders.length })}>
        <Still>
          <Holders label={label.id} held={held} />
        </Still>
        {!label.closedAt && (
          <ClearPeople
            key={held.holders.length}
            id={label.id}
            words={{ who: t("who"), clear: t("clear"), cleared: t("cleared"), pick }}
          />
        )}
      </Section>
      <Section title={t("details")}>
        <div className="mt-4">
          <LabelForm label={label} words={words} />
        </div>
      </Section>
      <Section title={t(label.closedAt ? "reopen" : "close")}>
        <p className="mt-3 mb-4 text-control text-pretty text-ink-3">{t("closeHint")}</p>
        <CloseLabel
          key={String(label.closedAt)}
          id={label.id}
          closed={label.closedAt !== null}
          word={t(label.closedAt ? "reopen" : "close")}
        />
      </Section>
    </>
  )
}

async function Holders({ label, held }: { label: number; held: Held }) {
  const t = await getTranslations("people.sensitivity")
  return (
    <>
      <p className="mt-3 mb-1 text-control text-ink-2">
        {held.records === null ? t("recordsHidden") : t("records", { count: held.records })}
      </p>
      {held.holders.length === 0 && <p className="mt-3 text-control text-ink-3">{t("noPeople")}</p>}
      <ul>
        {held.holders.map(({ id, name, face, post, department }) => (
          <li
            key={id}
            className="grid min-h-9.5 grid-cols-[24px_minmax(80px,120px)_minmax(0,1fr)_auto] items-center gap-x-3 border-b border-line-soft max-md:min-h-12"
          >
            <Face person={{ id, name, face }} size={24} />
            <span className="one-word truncate text-ui">{name}</span>
            <span className="truncate text-meta text-ink-2">
              {[department, post].filter(Boolean).join(" · ")}
            </span>
            <ButtonLink
              href={`${address(label)}&remove=${id}`}
              tone="quiet"
              aria-label={t("removeOf", { name })}
            >
              {t("remove")}
            </ButtonLink>
          </li>
        ))}
      </ul>
      {held.more && (
        <p className="mt-2 text-meta text-ink-3">{t("more", { count: held.holders.length })}</p>
      )}
    </>
  )
}

async function Removal({
  actor,
  label,
  name,
  leaving,
  held,
}: {
  actor: PersonActor
  label: Sensitivity
  name: string
  leaving: Holder
  held: Held
}) {
  const [t, owned] = await Promise.all([
    getTranslations("people.sensitivity"),
    heldUnder(db(), actor, label.id, leaving.id),
  ])
  const who = { name: leaving.name }
  const rest = owned ? owned.count - owned.titles.length : 0
  const heirs = held.holders
    .filter(({ id }) => id !== leaving.id)
    .map((holder) => ({ value: holder.id, label: `${holder.name} · ${holder.department}` }))
  const said = () => {
    if (!owned) return t("ownsHidden", who)
    return owned.count > 0 ? t("owns", { ...who, count: owned.count }) : t("ownsNone", who)
  }
  return (
    <RemoveClearance
      key={leaving.id}
      label={label.id}
      person={leaving.id}
      back={address(label.id)}
      titles={owned?.titles ?? []}
      heirs={owned?.count === 0 ? null : heirs}
      words={{
        title: t("removing", { ...who, label: name }),
        note: t("removeNote", who),
        owns: said(),
        more: rest > 0 ? t("andMore", { count: rest }) : "",
        heir: t("heir"),
        heirNone: t("heirNone"),
        confirm: t("confirm"),
        cancel: t("cancel"),
      }}
    />
  )
}
