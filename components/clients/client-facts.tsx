import { getTranslations } from "next-intl/server"
import { type Stage, stageLook } from "@/components/clients/stage-look"
import { LinkedText } from "@/components/shell/linked-text"
import { NamedFace } from "@/components/ui/face"
import { FieldRow, FieldRows } from "@/components/ui/field-row"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"
import type { ClientPage } from "@/lib/clients/page"

/** A client's fields, read rather than filled in. */
export async function ClientFacts({ page: { client, owner, department } }: { page: ClientPage }) {
  const [t, times] = await Promise.all([getTranslations("clients"), when()])
  const texts = [
    { key: "shortName", value: client.shortName },
    { key: "creditCode", value: client.creditCode },
    { key: "region", value: client.region },
    { key: "address", value: client.address },
  ] as const
  return (
    <FieldRows>
      <FieldRow label={t("field.stage")}>
        <StageMark stage={client.stage} word={t(`stage.${client.stage}`)} />
      </FieldRow>
      <FieldRow label={t("field.owner")}>
        <NamedFace person={owner} />
      </FieldRow>
      <FieldRow label={t("field.department")}>{department}</FieldRow>
      {client.tags && (
        <FieldRow label={t("field.tags")}>
          <LinkedText text={client.tags} />
        </FieldRow>
      )}
      {client.lastContactAt && (
        <FieldRow label={t("field.last")}>
          <time dateTime={client.lastContactAt.toISOString()}>
            {times.moment(client.lastContactAt)}
          </time>
        </FieldRow>
      )}
      {texts.map(
        ({ key, value }) =>
          value && (
            <FieldRow key={key} label={t(`field.${key}`)}>
              <span className="min-w-0 break-all">{value}</span>
            </FieldRow>
          ),
      )}
      {client.remark && (
        <FieldRow label={t("field.remark")}>
          <span className="py-1 text-pretty whitespace-pre-line">
            <LinkedText text={client.remark} />
          </span>
        </FieldRow>
      )}
    </FieldRows>
  )
}

const StageMark = ({ stage, word }: { stage: Stage; word: string }) => (
  <StateChip {...stageLook[stage]}>{word}</StateChip>
)
