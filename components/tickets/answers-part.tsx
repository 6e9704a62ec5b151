import { getTranslations } from "next-intl/server"
import { ActForm } from "@/components/tickets/act-form"
import { InputField } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { Section } from "@/components/ui/section"
import { SelectField } from "@/components/ui/select"
import { TextareaField } from "@/components/ui/textarea"
import { db } from "@/db/engine"
import type { PersonActor } from "@/lib/platform/actor"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import { answersOf } from "@/lib/tickets/canned"
import { canWriteAnswers } from "@/lib/tickets/policy"
import { addAnswerAction, removeAnswerAction } from "@/lib/tickets/settings-actions"

/** 常用答复 of one's departments. */
export async function AnswersPart({ actor }: { actor: PersonActor }) {
  const [t, answers, org] = await Promise.all([
    getTranslations("tickets.settings"),
    answersOf(actor),
    organisation(db()),
  ])
  const homes = [...org.departments.values()].flatMap(({ id, closed }) =>
    closed || !canWriteAnswers(actor, id) ? [] : { value: id, label: departmentPath(org, id) },
  )
  return (
    <Section title={t("answers")} count={answers.length}>
      <p className="mt-3 mb-2 text-control text-pretty text-ink-3">{t("answersHint")}</p>
      {answers.length === 0 && <p className="text-control text-ink-2">{t("noAnswers")}</p>}
      <ul>
        {answers.map(({ id, departmentId, title, body }) => (
          <li key={id} className="flex items-start gap-3 border-b border-line-soft py-2.5">
            <span className="min-w-0 flex-1">
              <strong className="text-control">{title}</strong>{" "}
              <span className="text-meta text-ink-3">{departmentPath(org, departmentId)}</span>
              <span className="block text-control whitespace-pre-line text-ink-2">{body}</span>
            </span>
            {canWriteAnswers(actor, departmentId) && (
              <ActForm
                action={removeAnswerAction}
                hidden={{ id }}
                label={t("remove")}
                title={t("removeLabel", { name: title })}
                tone="quiet"
              />
            )}
          </li>
        ))}
      </ul>
      {homes.length > 0 && (
        <div className="pt-4">
          <ActForm
            key={answers.length}
            action={addAnswerAction}
            hidden={{}}
            label={t("addAnswer")}
            icon="plus"
            className="space-y-2"
          >
            <div className="grid gap-2 md:grid-cols-2">
              <InputField name="title" label={t("answerTitle")} maxLength={60} required />
              <SelectField
                name="department"
                label={t("department")}
                defaultValue={actor.departmentId}
                required
              >
                <Options of={homes} />
              </SelectField>
            </div>
            <TextareaField
              name="body"
              label={t("answerBody")}
              rows={3}
              maxLength={5_000}
              required
            />
          </ActForm>
        </div>
      )}
    </Section>
  )
}
