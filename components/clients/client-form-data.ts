import { getTranslations } from "next-intl/server"
import type { ClientFormData } from "@/components/clients/client-fields"
import { pickWords } from "@/components/clients/pick-words"
import { writingHelp } from "@/components/shell/writing-help"
import { clientStages } from "@/db/schema/clients"
import { homesFor } from "@/lib/clients/choices"
import type { ClientPage } from "@/lib/clients/page"
import type { PersonActor } from "@/lib/platform/actor"

/** Choices and words of the form, and what it begins with: nothing, or a client as it stands. */
export async function clientFormData(
  actor: PersonActor,
  page?: ClientPage,
): Promise<ClientFormData> {
  const [t, homes, help, words] = await Promise.all([
    getTranslations("clients.stage"),
    homesFor(actor, page?.client),
    writingHelp(),
    formWords(page !== undefined),
  ])
  const client = page?.client
  const own = homes.find(({ value }) => value === actor.departmentId) ?? homes[0]
  return {
    ...(client && { known: { id: client.id, version: client.version } }),
    start: {
      ...{ name: client?.name ?? "", shortName: client?.shortName ?? "" },
      ...{ creditCode: client?.creditCode ?? "", stage: client?.stage ?? "prospect" },
      ...{ tags: client?.tags ?? "", region: client?.region ?? "" },
      ...{ address: client?.address ?? "", remark: client?.remark ?? "" },
      department: String(client?.departmentId ?? own?.value ?? ""),
      owner: [{ id: actor.personId, name: actor.name, face: actor.face }],
    },
    homes,
    stages: clientStages.map((value) => ({ value, label: t(value) })),
    help,
    words,
  }
}

async function formWords(edits: boolean): Promise<ClientFormData["words"]> {
  const [t, field, contact, all] = await Promise.all([
    getTranslations("clients.form"),
    getTranslations("clients.field"),
    getTranslations("clients.contact"),
    getTranslations("clients"),
  ])
  return {
    ...{ name: field("name"), shortName: field("shortName"), creditCode: field("creditCode") },
    ...{ stage: field("stage"), tags: field("tags"), region: field("region") },
    ...{ address: field("address"), remark: field("remark"), owner: field("owner") },
    department: field("department"),
    ...{ contactName: contact("name"), contactPosition: contact("position") },
    ...{ contactPhone: contact("phone"), contactEmail: contact("email") },
    contactWechat: contact("wechat"),
    ...{ person: t("person"), personNote: t("personNote"), tagsHint: t("tagsHint") },
    ...{ codeHint: t("codeHint"), like: t("like"), likeOwner: t.raw("likeOwner") },
    ...{ likeCode: t("likeCode"), note: t("note"), theirs: t("theirs") },
    ...{ cancel: all("cancel"), submit: all(edits ? "save" : "new") },
    pick: await pickWords(),
  }
}
