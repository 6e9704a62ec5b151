import { getLocale, getTranslations } from "next-intl/server"
import type { MatterFormData } from "@/components/matters/matter-fields"
import { writingHelp } from "@/components/shell/writing-help"
import { db } from "@/db/engine"
import { priorities } from "@/db/schema/tasks"
import { when } from "@/lib/calendar/when"
import { formChoices } from "@/lib/matters/choices"
import type { MatterPage } from "@/lib/matters/page"
import { homeOf } from "@/lib/matters/scope"
import type { PersonActor } from "@/lib/platform/actor"
import { organisation } from "@/lib/platform/organisation"

/** Choices and words of the form, and what it begins with: nothing, or a matter as it stands. */
export async function matterFormData(
  actor: PersonActor,
  page?: MatterPage,
): Promise<MatterFormData> {
  const [states, locale, choices, help] = await Promise.all([
    getTranslations("states"),
    getLocale(),
    formChoices(actor, page?.matter),
    writingHelp(),
  ])
  return {
    ...(page && { known: { id: page.matter.id, version: page.matter.version } }),
    homes: choices.homes,
    departments: choices.departments.filter(({ value }) => value !== page?.matter.departmentId),
    groups: withLinked(choices.groups, page),
    labels: choices.labels.map((label) => ({
      value: label.id,
      label: locale === "zh" ? label.name : label.nameEn,
    })),
    urgencies: priorities.map((value) => ({
      value,
      label: states(value),
      ...(value === "high" && { icon: "priority-high" as const }),
    })),
    help,
    start: page ? await standing(page) : await beginning(actor, choices.homes),
    words: await formWords(),
  }
}

/** The group that it is linked to stays a choice, also for who isn't in it. */
function withLinked(groups: MatterFormData["groups"], page?: MatterPage) {
  const id = page?.matter.groupId
  if (!id || groups.some(({ value }) => value === id)) return groups
  return [{ value: id, label: page.group?.title ?? "—" }, ...groups]
}

async function beginning(
  actor: PersonActor,
  homes: MatterFormData["homes"],
): Promise<MatterFormData["start"]> {
  const home = homeOf(await organisation(db()), actor)
  const usual = homes.find(({ value }) => value === home) ?? homes[0]
  return {
    ...{ description: "", goal: "", background: "", remark: "", work: "", due: "" },
    ...{ urgency: "medium", group: "", sensitivity: "", parts: [] },
    department: String(usual?.value ?? ""),
    owner: [{ id: actor.personId, name: actor.name, face: actor.face }],
  }
}

async function standing(page: MatterPage): Promise<MatterFormData["start"]> {
  const { matter, owner, parts } = page
  const { description, goal, background, remark, urgency, departmentId } = matter
  const times = await when()
  const own = parts.find((part) => part.departmentId === departmentId)
  return {
    ...{ description, goal, background, remark, urgency, owner: [owner] },
    department: String(departmentId),
    due: times.field(matter.dueAt).slice(0, 10),
    group: String(matter.groupId ?? ""),
    sensitivity: String(matter.sensitivityId ?? ""),
    work: own?.work ?? "",
    parts: parts
      .filter((part) => part !== own)
      .map((part) => ({
        department: String(part.departmentId),
        owner: [part.owner],
        work: part.work,
      })),
  }
}

async function formWords(): Promise<MatterFormData["words"]> {
  const [t, field] = await Promise.all([
    getTranslations("matters.form"),
    getTranslations("matters.field"),
  ])
  return {
    description: field("description"),
    goal: field("goal"),
    background: field("background"),
    department: field("department"),
    urgency: field("urgency"),
    owner: field("owner"),
    due: field("due"),
    remark: field("remark"),
    group: field("group"),
    sensitivity: field("sensitivity"),
    parts: field("parts"),
    ownWork: t("ownWork"),
    part: t.raw("partNth"),
    who: t.raw("whoNth"),
    work: t.raw("workNth"),
    columns: { part: t("part"), who: t("who"), work: t("work") },
    headAnswers: t("headAnswers"),
    moreParts: t("moreParts"),
    noDepartment: t("noDepartment"),
    noGroup: t("noGroup"),
    noLabel: t("noLabel"),
    reason: t("reason"),
    reasonHint: t("reasonHint"),
    note: t("note"),
    save: t("save"),
    cancel: t("cancel"),
    theirs: t("theirs"),
    pick: {
      placeholder: t("pick.placeholder"),
      remove: t("pick.remove"),
      choose: t("pick.choose"),
      confirm: t("pick.confirm"),
      none: t("pick.none"),
    },
  }
}
