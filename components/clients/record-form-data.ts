import { getTranslations } from "next-intl/server"
import { pickWords } from "@/components/clients/pick-words"
import { quickPicks } from "@/components/clients/quick-picks"
import type { RecordFormData } from "@/components/clients/record-fields"
import { methodIcon } from "@/components/clients/stage-look"
import { writingHelp } from "@/components/shell/writing-help"
import { db } from "@/db/engine"
import { methods } from "@/db/schema/clients"
import { when } from "@/lib/calendar/when"
import type { ClientPage } from "@/lib/clients/page"
import type { TimelineCommunication } from "@/lib/clients/timeline"
import { facesOf, namesOf } from "@/lib/people/finding"
import type { PersonActor } from "@/lib/platform/actor"

/** What the form offers and begins with: the main contact and oneself, or a record as it stands. */
export async function recordFormData(
  actor: PersonActor,
  { client, contacts }: ClientPage,
  record?: TimelineCommunication,
): Promise<RecordFormData> {
  const [t, picks, help, words] = await Promise.all([
    getTranslations("clients"),
    quickPicks(),
    writingHelp(),
    recordWords(),
  ])
  return {
    client: client.id,
    ...(record && { known: { id: record.id, version: record.version } }),
    start: record
      ? await standing(record)
      : {
          ...{ topic: "", need: "", response: "", plan: "", at: "", next: "", method: "phone" },
          contact: contacts.find(({ main }) => main)?.name ?? "",
          owner: [{ id: actor.personId, name: actor.name, face: actor.face }],
        },
    methods: methods.map((value) => ({
      value,
      label: t(`method.${value}`),
      icon: methodIcon[value],
    })),
    contacts: contacts.map(({ name }) => name),
    picks,
    help,
    words,
  }
}

async function standing(record: TimelineCommunication): Promise<RecordFormData["start"]> {
  const { topic, need, response, plan, method, ownerId: id } = record
  const [times, names, faces] = await Promise.all([
    when(),
    namesOf(db(), [id]),
    facesOf(db(), [id]),
  ])
  return {
    ...{ topic, need, response, plan, method, contact: record.contactName },
    at: times.field(record.at),
    next: times.field(record.nextAt).slice(0, 10),
    owner: [{ id, name: names.get(id) ?? "", face: faces.get(id) ?? null }],
  }
}

async function recordWords(): Promise<RecordFormData["words"]> {
  const [t, clients] = await Promise.all([
    getTranslations("clients.record"),
    getTranslations("clients"),
  ])
  return {
    ...{ topic: t("topic"), topicHint: t("topicHint"), need: t("need"), response: t("response") },
    ...{ plan: t("plan"), next: t("next"), quick: t("quick"), method: t("method") },
    ...{ contact: t("contact"), at: t("at"), atHint: t("atHint"), owner: t("owner") },
    ...{ more: t("more"), save: clients("save"), cancel: clients("cancel") },
    pick: await pickWords(),
  }
}
