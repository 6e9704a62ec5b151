/** What the company calls the records that a module may be made for; others go by their English word. */
const known = {
  calendars: ["日历", "Calendar"],
  clients: ["客户", "Client"],
  documents: ["文档", "Document"],
  groups: ["沟通组", "Group"],
  incidents: ["应急事件", "Incident"],
  matters: ["跨部门事项", "Matter"],
  meetings: ["会议", "Meeting"],
  messages: ["消息", "Message"],
  releases: ["版本说明", "Release note"],
  resolutions: ["决议", "Resolution"],
  rules: ["规则更新通知", "Rule notice"],
  suggestions: ["意见", "Suggestion"],
  tickets: ["客户需求工单", "Ticket"],
  trainings: ["培训", "Training"],
}

const reserved =
  /^(case|class|default|export|function|import|new|return|this|type|utils?|var|void)$/
const drawers = /^(commons?|helpers|hooks|services|shareds?|types|utils)$/

/**
 * The words of a module from its name.
 * @returns {{many: string, one: string, Many: string, One: string,
 *   zh: string, en: string, enMany: string, translated: boolean} | null} null for what can't be
 *   one: not a lower-case plural, or a drawer without a name
 */
export function namesOf(many) {
  if (!/^[a-z]{3,24}s$/.test(many) || many.endsWith("ss") || drawers.test(many)) return null
  const one = singular(many)
  if (reserved.test(one)) return null
  const [Many, One] = [capital(many), capital(one)]
  const [zh, en] = known[many] ?? [One, One]
  const enMany = known[many] ? `${en}s` : Many
  return { many, one, Many, One, zh, en, enMany, translated: many in known }
}

function singular(many) {
  if (many.endsWith("ies")) return `${many.slice(0, -3)}y`
  if (/(ss|x|ch|sh)es$/.test(many)) return many.slice(0, -2)
  return many.slice(0, -1)
}

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1)
