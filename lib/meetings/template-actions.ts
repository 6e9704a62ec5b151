"use server"

import { action, nothing } from "@/lib/action"
import { canChange, seenTemplate } from "./agenda-template"
import { canCreate } from "./policy"
import { changeTemplate, makeTemplate, removeTemplate } from "./saving-templates"
import { changedTemplate, namedTemplate, newTemplate } from "./template-inputs"

export const makeTemplateAction = action({
  name: "meetings.make_template",
  input: newTemplate,
  load: nothing,
  can: canCreate,
  run: (ctx, _, said) => makeTemplate(ctx, said),
})

export const changeTemplateAction = action({
  name: "meetings.change_template",
  input: changedTemplate,
  load: seenTemplate,
  can: canChange,
  run: async (ctx, template, { id, version, ...said }) => {
    await changeTemplate(ctx, template, version, said)
    return id
  },
})

export const removeTemplateAction = action({
  name: "meetings.remove_template",
  input: namedTemplate,
  load: seenTemplate,
  can: canChange,
  run: (ctx, template) => removeTemplate(ctx, template),
})
