import type { Portal } from "./portal"
import { alter, look } from "./visitor"

/** Records of the sample company, seen from 方圆 (Q013, intern, 仅查看). */
export interface Sample {
  /** Of the own department, but nothing of theirs. */
  task: number
  /** Labelled 财务: not there for them. */
  secret: number
  /** One that the own department has a part in, which that part is, and one of others. */
  matter: number
  matterPart: number
  otherMatter: number
  /** A meeting of the own group that runs, one of others, and a resolution of theirs. */
  meeting: number
  otherMeeting: number
  resolution: number
  /** Of 销售部. */
  client: number
  /** A ticket of the own department, and one of others. */
  ticket: number
  otherTicket: number
  /** An agenda that everybody may use and others made. */
  template: number
  /** A colleague's account, and an administrator's. */
  colleague: number
  administrator: number
  /** Somebody else's bundle, session and sign-in. */
  leave: number
  bundle: number
  session: number
  signIn: number
  /** A group that they are a member of, and one of others, by invitation. */
  ownGroup: number
  /** Something in a colleague's calendar: not there for anybody else. */
  appointment: number
  otherGroup: number
  /** A file that an administrator sent. */
  file: number
}

export interface ActionCase {
  /** What somebody who may would send. */
  args: (sample: Sample) => unknown[]
  /** Anybody may call it: it decides by itself what a stranger may cause. */
  open?: true
  /** It answers only with what may be seen: strangers get nothing. */
  reads?: true
  /** What 方圆 must not do, and what they hear. */
  not?: { code: "forbidden" | "not_found"; args: (sample: Sample) => unknown[] }[]
}

const one = (input: unknown) => () => [input]
/** About something that isn't there, or isn't one's own: both sound the same. */
const missing = (input: unknown): ActionCase => ({
  args: one(input),
  not: [{ code: "not_found", args: one(input) }],
})
const about = (key: keyof Sample, more: object) => (sample: Sample) => [
  { id: sample[key], ...more },
]
const hidden = (more: object) => ({ code: "not_found", args: about("secret", more) }) as const
const locked = (more: object) => ({ code: "forbidden", args: about("task", more) }) as const

const task = { name: "核对清单", owner: "陈晨", priority: "medium" }
const password = { password: "long-enough-7-words", passwordAgain: "long-enough-7-words" }

const before = {
  ...{ id: 999_999, state: "todo", progress: 0, priority: "low", ownerId: 1, due: null, tag: null },
}

const tasks: Record<string, ActionCase> = {
  changeTasksAction: missing({ tasks: [999_999], priority: "low" }),
  restoreTasksAction: missing({ reason: "试试", before: [before] }),
  createTaskAction: { args: one(task), not: [{ code: "forbidden", args: one(task) }] },
  saveTaskAction: {
    args: about("task", { version: 1, name: "改名" }),
    not: [locked({ version: 1, name: "改名" }), hidden({ version: 1, name: "改名" })],
  },
  moveTaskAction: {
    args: about("task", { state: "done" }),
    not: [locked({ state: "done" }), hidden({ state: "done" })],
  },
  reportProgressAction: {
    args: about("task", { progress: 40 }),
    not: [locked({ progress: 40 }), hidden({ progress: 40 })],
  },
  commentTaskAction: { args: about("task", { body: "好" }), not: [hidden({ body: "好" })] },
}

/** Seen by 方圆 but not theirs to do it with; and one that isn't there for them. */
const notOnTask = (more: object): ActionCase => ({
  args: about("task", more),
  not: [locked(more), hidden(more)],
})
const taskDetails: Record<string, Record<string, ActionCase>> = {
  "lib/tasks/checklist-actions.ts": {
    addChecksAction: notOnTask({ body: "第一步" }),
    tickCheckAction: notOnTask({ check: 1, done: true }),
    moveCheckAction: notOnTask({ check: 1, to: 0 }),
    removeCheckAction: notOnTask({ check: 1 }),
  },
  "lib/tasks/file-actions.ts": {
    addFilesAction: notOnTask({ files: [999_999] }),
    removeFileAction: {
      args: about("task", { file: 999_999 }),
      not: [{ code: "not_found", args: about("task", { file: 999_999 }) }, hidden({ file: 1 })],
    },
  },
  // 方圆 may ask for a change of what they see: that is what it is for.
  "lib/tasks/request-actions.ts": {
    requestChangeAction: {
      args: about("task", { description: "换个写法", reason: "试试" }),
      not: [hidden({ description: "换个写法", reason: "试试" })],
    },
    answerRequestAction: notOnTask({ request: 1, agrees: true }),
  },
  "lib/tasks/nudge-actions.ts": {
    answerNudgeAction: notOnTask({ reason: "等供应商" }),
  },
  "lib/tasks/support-actions.ts": {
    takeSupportAction: { args: about("task", {}), not: [hidden({})] },
  },
  "lib/tasks/view-actions.ts": {
    // A view for oneself is anybody's; one that isn't there can't be removed.
    saveViewAction: { args: one({ name: "本周", query: "due=week", share: "" }) },
    removeViewAction: missing({ id: 999_999 }),
  },
  "lib/tasks/import-actions.ts": {
    importTasksAction: {
      args: one({ file: 999_999 }),
      not: [{ code: "forbidden", args: one({ file: 999_999 }) }],
    },
  },
  "lib/matters/import-actions.ts": {
    importMattersAction: {
      args: one({ file: 999_999 }),
      not: [{ code: "forbidden", args: one({ file: 999_999 }) }],
    },
  },
  "lib/tasks/series-actions.ts": {
    repeatTaskAction: notOnTask({ every: "week" }),
    endSeriesAction: notOnTask({}),
  },
  "lib/tasks/link-actions.ts": {
    linkTaskAction: notOnTask({ before: 1 }),
    unlinkTaskAction: notOnTask({ before: 1 }),
    findTasks: { args: () => ["压测"], reads: true },
  },
}

const matter = {
  ...{ description: "试建", owner: "陈晨" },
  parts: [{ department: 1, owner: "林默", work: "看一遍" }],
}
/** Seen, but not theirs to change; and one that isn't there for them. */
const notOnMatter = (more: object): ActionCase => ({
  args: about("matter", more),
  not: [
    { code: "forbidden", args: about("matter", more) },
    { code: "not_found", args: about("otherMatter", more) },
  ],
})
const onPart = (more: object): ActionCase => {
  const args = (key: "matter" | "otherMatter") => (sample: Sample) => [
    { id: sample[key], department: sample.matterPart, ...more },
  ]
  return {
    args: args("matter"),
    not: [
      { code: "forbidden", args: args("matter") },
      { code: "not_found", args: args("otherMatter") },
    ],
  }
}
const matters: Record<string, ActionCase> = {
  createMatterAction: {
    args: one({ ...matter, department: 2 }),
    not: [{ code: "forbidden", args: one({ ...matter, department: 2 }) }],
  },
  saveMatterAction: notOnMatter({ ...matter, version: 1 }),
  moveMatterAction: notOnMatter({ state: "done" }),
  blockMatterAction: notOnMatter({ support: "额度", from: "金朵" }),
  confirmPartAction: onPart({}),
  nudgePartAction: onPart({}),
  addSubTaskAction: onPart({ name: "核对", owner: "陈晨" }),
  commentMatterAction: {
    args: about("matter", { body: "好" }),
    not: [{ code: "not_found", args: about("otherMatter", { body: "好" }) }],
  },
}
const matterFiles: Record<string, ActionCase> = {
  addMatterFilesAction: {
    args: about("matter", { files: [999_999] }),
    not: [{ code: "not_found", args: about("otherMatter", { files: [999_999] }) }],
  },
  removeMatterFileAction: {
    args: about("matter", { file: 999_999 }),
    not: [{ code: "not_found", args: about("otherMatter", { file: 1 }) }],
  },
}

const meeting = { title: "试开", start: "2031-05-20T10:00", end: "2031-05-20T11:00" }
/** Seen, but not theirs to run; and one that isn't there for them. */
const notOnMeeting = (more: object): ActionCase => ({
  args: about("meeting", more),
  not: [
    { code: "forbidden", args: about("meeting", more) },
    { code: "not_found", args: about("otherMeeting", more) },
  ],
})
const template = { name: "周会", topics: [{ title: "进展", goal: "对一遍", minutes: 20 }] }
const meetings: Record<string, ActionCase> = {
  createMeetingAction: {
    args: one(meeting),
    not: [{ code: "forbidden", args: one(meeting) }],
  },
  saveMeetingAction: notOnMeeting({ ...meeting, version: 1 }),
  publishMeetingAction: notOnMeeting({ reason: "试试" }),
  cancelMeetingAction: notOnMeeting({ reason: "试试" }),
  answerMeetingAction: notOnMeeting({ answer: "yes" }),
  instantMeetingAction: {
    args: one({ title: "马上开", people: ["陈晨"] }),
    not: [{ code: "forbidden", args: one({ title: "马上开", people: ["陈晨"] }) }],
  },
  commentMeetingAction: {
    args: about("meeting", { body: "好" }),
    not: [{ code: "not_found", args: about("otherMeeting", { body: "好" }) }],
  },
}
const running: Record<string, ActionCase> = {
  startMeetingAction: notOnMeeting({}),
  endMeetingAction: notOnMeeting({}),
  moveTopicAction: notOnMeeting({ topic: 1 }),
  extendTopicAction: notOnMeeting({ topic: 1 }),
  attendanceAction: notOnMeeting({ person: 1, attendance: "present" }),
  outsiderAttendanceAction: notOnMeeting({ outsider: 1, attendance: "present" }),
  handNotesOverAction: notOnMeeting({ noteTaker: "陈晨" }),
  askQuestionAction: notOnMeeting({ text: "几点发布" }),
  closeQuestionAction: notOnMeeting({ question: 1 }),
}
const minutes: Record<string, ActionCase> = {
  addPointAction: notOnMeeting({ topic: 1 }),
  savePointAction: notOnMeeting({ row: 1, version: 1, text: "改" }),
  removePointAction: notOnMeeting({ row: 1 }),
  addResolutionAction: notOnMeeting({ topic: 1 }),
  saveResolutionAction: notOnMeeting({ row: 1, version: 1, text: "改", owner: "陈晨" }),
  removeResolutionAction: notOnMeeting({ row: 1 }),
  restoreResolutionAction: notOnMeeting({ row: 1 }),
  publishMinutesAction: notOnMeeting({ number: 0 }),
  readMinutesAction: {
    args: about("meeting", {}),
    not: [{ code: "not_found", args: about("otherMeeting", {}) }],
  },
  addMaterialAction: notOnMeeting({ topic: 1, file: 1 }),
  removeMaterialAction: notOnMeeting({ topic: 1, file: 1 }),
  readMaterialAction: {
    args: about("meeting", { file: 1 }),
    not: [{ code: "not_found", args: about("otherMeeting", { file: 1 }) }],
  },
  nudgeResolutionsAction: {
    args: ({ resolution }) => [{ resolutions: [resolution] }],
    not: [{ code: "not_found", args: ({ resolution }) => [{ resolutions: [resolution] }] }],
  },
}

const client = { name: "试建", owner: "方圆", department: 1 }
/** A client of 销售部: not there for them. */
const notOfSales = (more: object): ActionCase => ({
  args: about("client", more),
  not: [{ code: "not_found", args: about("client", more) }],
})
const talk = { method: "phone", topic: "试试" }
const clients: Record<string, Record<string, ActionCase>> = {
  "lib/clients/actions.ts": {
    createClientAction: { args: one(client), not: [{ code: "forbidden", args: one(client) }] },
    saveClientAction: notOfSales({ version: 1, name: "改名", department: 1 }),
    archiveClientAction: notOfSales({ archived: "true" }),
    commentClientAction: notOfSales({ body: "好" }),
  },
  "lib/clients/contact-actions.ts": {
    saveContactAction: notOfSales({ name: "某人" }),
    removeContactAction: notOfSales({ contact: 1 }),
    showContactAction: notOfSales({ contact: 1, field: "phone" }),
  },
  "lib/clients/communication-actions.ts": {
    recordCommunicationAction: notOfSales(talk),
    correctCommunicationAction: notOfSales({ ...talk, communication: 1, version: 1 }),
    settleFollowUpAction: notOfSales({ communication: 1 }),
    postponeFollowUpAction: notOfSales({ communication: 1, next: "2027-01-05" }),
  },
  "lib/clients/shelf-actions.ts": {
    fillShelfAction: notOfSales({ files: [999_999] }),
    clearFromShelfAction: notOfSales({ file: 999_999 }),
  },
  "lib/clients/handover-actions.ts": {
    askHandoverAction: notOfSales({ to: "方圆", note: "给我" }),
    answerHandoverAction: notOfSales({ handover: 1, answer: "confirm" }),
  },
  "lib/clients/import-actions.ts": {
    importTalksAction: {
      args: one({ file: 999_999 }),
      not: [{ code: "forbidden", args: one({ file: 999_999 }) }],
    },
  },
  "lib/clients/reading.ts": {
    findLikeClients: {
      args: () => [{ name: "远山科技", shortName: "", creditCode: "", but: 0 }],
      reads: true,
    },
  },
}

const recordings: Record<string, ActionCase> = {
  keepRecordingAction: notOnMeeting({ file: 1 }),
  removeRecordingAction: notOnMeeting({}),
  setRecordingStartAction: notOnMeeting({ start: "2031-05-20T10:00" }),
}

const objections: Record<string, ActionCase> = {
  objectAction: {
    args: about("meeting", { what: "1-1", why: "人名错了" }),
    not: [{ code: "not_found", args: about("otherMeeting", { what: "1-1", why: "人名错了" }) }],
  },
  answerObjectionAction: notOnMeeting({ objection: 1, outcome: "kept", answer: "没错" }),
}

const notifications: Record<string, ActionCase> = {
  handleBundleAction: {
    args: about("bundle", { to: "done" }),
    not: [{ code: "not_found", args: about("bundle", { to: "done" }) }],
  },
  handleBundlesAction: {
    args: ({ bundle }) => [{ bundles: [bundle], to: "done" }],
    not: [{ code: "not_found", args: ({ bundle }) => [{ bundles: [bundle], to: "done" }] }],
  },
  handleAllAction: { args: one({}) },
  readRecordAction: { args: (sample) => [{ kind: "task", id: sample.task }] },
}

const door: Record<string, ActionCase> = {
  signInAction: { args: one({ login: "Q011", password: "wrong" }), open: true },
  secondStepAction: { args: one({ code: "000000" }), open: true },
  forgottenAction: { args: one({ login: "nobody" }), open: true },
  passwordByLinkAction: { args: one(password), open: true },
}

const setup: Record<string, ActionCase> = {
  setupCompanyAction: {
    args: one({ name: "别家", timeZone: "Asia/Shanghai", locale: "zh", setupCode: "0000" }),
    open: true,
  },
  setupAdministratorAction: {
    args: one({ name: "外人", staffNo: "X1", email: "x@x.example", ...password }),
    open: true,
  },
  setupCalendarAction: {
    args: one({
      days: ["1"],
      morningFrom: "09:00",
      morningUntil: "12:00",
      afternoonFrom: "13:00",
      afternoonUntil: "18:00",
    }),
    open: true,
  },
  finishSetupAction: { args: one({}), open: true },
}

const own: Record<string, ActionCase> = {
  changePasswordAction: { args: one({ currentPassword: "x", ...password }) },
  addSecondFactorAction: { args: one({ code: "000000" }) },
  removeSecondFactorAction: { args: one({ currentPassword: "x" }) },
  renewCodesAction: { args: one({ currentPassword: "x" }) },
  signOutThereAction: {
    args: about("session", {}),
    not: [{ code: "not_found", args: about("session", {}) }],
  },
  signOutElsewhereAction: { args: one({}) },
  wasMeAction: {
    args: about("signIn", {}),
    not: [{ code: "not_found", args: about("signIn", {}) }],
  },
  wasNotMeAction: {
    args: about("signIn", {}),
    not: [{ code: "not_found", args: about("signIn", {}) }],
  },
}

const preferences: Record<string, ActionCase> = {
  lookAction: { args: one({ locale: "zh", theme: "dark", density: "normal" }) },
  phoneAction: { args: one({ phone: "13800000000" }) },
  notificationsAction: { args: one({ wanted: [], quiet: "off" }) },
}

/** 方圆 manages nobody's account, an administrator's least of all. */
const managed: ActionCase = {
  args: about("colleague", {}),
  not: [
    { code: "forbidden", args: about("colleague", {}) },
    { code: "forbidden", args: about("administrator", {}) },
  ],
}
const accounts: Record<string, ActionCase> = {
  disablePersonAction: managed,
  enablePersonAction: managed,
  handOverAction: managed,
  printLinkAction: managed,
  mailLinkAction: managed,
  setLevelAction: {
    args: about("colleague", { level: "view" }),
    not: [{ code: "forbidden", args: about("colleague", { level: "admin" }) }],
  },
}

const away = { firstDay: "2027-03-01", lastDay: "2027-03-02" }
const leave: Record<string, ActionCase> = {
  takeLeaveAction: {
    args: about("colleague", away),
    not: [{ code: "forbidden", args: about("colleague", away) }],
  },
  endLeaveAction: {
    args: about("leave", {}),
    not: [{ code: "forbidden", args: about("leave", {}) }],
  },
}

/** For 平台管理 alone. */
const forPlatform = (input: unknown): ActionCase => ({
  args: one(input),
  not: [{ code: "forbidden", args: one(input) }],
})
/** A ticket that is seen but not theirs to work on; and one that isn't there for them. */
const notOnTicket = (more: object): ActionCase => ({
  args: about("ticket", more),
  not: [
    { code: "forbidden", args: about("ticket", more) },
    { code: "not_found", args: about("otherTicket", more) },
  ],
})
const fresh = { title: "试建", body: "试试", kind: 1 }
const forClient = ({ client }: Sample) => [{ ...fresh, client }]
const tickets: Record<string, Record<string, ActionCase>> = {
  "lib/tickets/actions.ts": {
    createTicketAction: { args: forClient, not: [{ code: "not_found", args: forClient }] },
    replyTicketAction: notOnTicket({ body: "影子" }),
    // 方圆 speaks with colleagues about what they see.
    noteTicketAction: {
      args: about("ticket", { body: "影子" }),
      not: [{ code: "not_found", args: about("otherTicket", { body: "影子" }) }],
    },
    askTicketAction: notOnTicket({ body: "影子" }),
    startTicketAction: notOnTicket({}),
    solveTicketAction: notOnTicket({}),
    closeTicketAction: notOnTicket({}),
    reopenTicketAction: notOnTicket({}),
    takeTicketAction: notOnTicket({}),
    giveTicketAction: notOnTicket({ to: "方圆" }),
    rerouteTicketAction: notOnTicket({ kind: 1 }),
  },
  "lib/tickets/client-reading.ts": { findClients: { args: () => ["远山"], reads: true } },
  "lib/tickets/detail-actions.ts": {
    setPriorityAction: notOnTicket({ priority: "low" }),
    promiseAction: notOnTicket({ due: "2031-05-20T10:00" }),
    showTicketAction: notOnTicket({ guest: 1 }),
    linkTicketAction: notOnTicket({ what: "/tasks/1" }),
    unlinkTicketAction: notOnTicket({ kind: "task", record: 1 }),
  },
  "lib/tickets/settings-actions.ts": {
    saveKindAction: forPlatform({ name: "影子", department: 1 }),
    closeKindAction: forPlatform({ id: 1 }),
    addAnswerAction: forPlatform({ department: 1, title: "影子", body: "影子" }),
    removeAnswerAction: missing({ id: 999_999 }),
  },
  // For guests alone: whoever is signed in is nobody there.
  "lib/tickets/guest-actions.ts": {
    guestCreateAction: { args: ({ client }) => [{ ...fresh, desk: client }] },
    guestReplyAction: { args: ({ ticket }) => [{ ticket, body: "影子" }] },
    guestConfirmAction: { args: ({ ticket }) => [{ ticket }] },
    guestDenyAction: { args: ({ ticket }) => [{ ticket, body: "影子" }] },
    guestRateAction: { args: ({ ticket }) => [{ ticket, rating: 1 }] },
  },
}
const guestForm = { name: "某人", purpose: "试试", until: "2030-01-01", scopes: ["group:1:view"] }
const dossiers: Record<string, ActionCase> = {
  linkGroupAction: {
    args: about("client", { group: 1 }),
    not: [{ code: "not_found", args: about("client", { group: 1 }) }],
  },
  unlinkGroupAction: {
    args: about("client", { group: 1 }),
    not: [{ code: "not_found", args: about("client", { group: 1 }) }],
  },
  checkDossierAction: missing({ id: 1 }),
}
const outward: Record<string, ActionCase> = {
  decideOutwardAction: missing({ id: 1, accepts: "yes" }),
  withdrawOutwardAction: missing({ id: 1 }),
  reportFindAction: { args: one({ kind: "phone", found: "13812345678" }) },
  reportFileFindAction: missing({ kind: "phone", file: 999_999_999 }),
}
const guests: Record<string, ActionCase> = {
  inviteAction: { args: one(guestForm), not: [{ code: "forbidden", args: one(guestForm) }] },
  decideAction: missing({ id: 1, department: 1, accepts: "yes" }),
  extendAction: missing({ id: 1, until: "2030-01-01" }),
  revokeAction: missing({ id: 1 }),
  newLinkAction: missing({ id: 1 }),
  endDeviceAction: missing({ id: 1, session: 1 }),
  takeOverAction: missing({ id: 1 }),
  // For guests alone: whoever is signed in is nobody there.
  guestSayAction: { args: one({ group: 1, body: "影子" }) },
}
const settings: Record<string, ActionCase> = {
  companyAction: forPlatform({ name: "别家", timeZone: "Asia/Shanghai", locale: "zh" }),
  passwordsAction: forPlatform({ expireAfter: "0", secondFactorFor: [] }),
  smtpAction: forPlatform({ host: "smtp.evil.example", port: "25", from: "x@evil.example" }),
  testMailAction: forPlatform({}),
  oidcAction: forPlatform({ issuer: "https://evil.example", clientId: "x", clientSecret: "y" }),
  s3Action: forPlatform({ endpoint: "" }),
  wordingAction: forPlatform({}),
  screeningAction: forPlatform({}),
  tryScreeningAction: forPlatform({ sample: "13812345678" }),
  turnOffScreeningAction: forPlatform({ kind: "phone" }),
  exceptFindAction: forPlatform({ found: "13812345678" }),
  messagesAction: forPlatform({ changeMinutes: "1" }),
  tasksAction: forPlatform({
    daysBefore: "0",
    hoursBefore: "0",
    headAfterDays: "0",
    updateHour: "0",
  }),
  ticketsAction: forPlatform({
    ...{ answerHigh: "9", answerMedium: "9", answerLow: "9", solveHigh: "9", solveMedium: "9" },
    ...{ solveLow: "9", confirmDays: "1", closeDays: "1" },
  }),
  guestsAction: forPlatform({ longestDays: "700", devices: "20" }),
  notificationsAction: forPlatform({ digestHour: "3", pushServices: "evil.example" }),
  promisesAction: forPlatform({
    urgentMinutes: "60",
    ordinaryHours: "8",
    minutesHours: "8",
    noticeDays: "0",
  }),
}

const workCalendar: Record<string, ActionCase> = {
  workWeekAction: forPlatform({ mon0From: "09:00", mon0Until: "10:00" }),
  workDayAction: forPlatform({ day: "2026-12-24", kind: "off", zh: "放假" }),
  removeDayAction: forPlatform({ day: "2026-12-24" }),
  importDaysAction: forPlatform({ text: "2026-12-24,休,放假", confirmed: "yes" }),
}

/** 方圆 leads nobody: nobody's level is theirs to set, whoever stands in the same list. */
const levels: Record<string, ActionCase> = {
  setLevelsAction: {
    args: ({ colleague }) => [levelOf(colleague, "view")],
    not: [
      { code: "forbidden", args: ({ colleague }) => [levelOf(colleague, "admin")] },
      { code: "forbidden", args: one({}) },
      { code: "not_found", args: () => [levelOf(999_999, "admin")] },
    ],
  },
  setDutiesAction: forPlatform({ person: "Q012", duties: ["platform"] }),
}
function levelOf(id: number, level: string) {
  return { [`was.${id}`]: "edit", [`level.${id}`]: level, reason: "自荐" }
}

const department = { name: "影子部", parent: "", head: "" }
const departments: Record<string, ActionCase> = {
  addDepartmentAction: forPlatform(department),
  saveDepartmentAction: forPlatform({ ...department, id: 1, seen: "" }),
  dissolveDepartmentAction: forPlatform({ id: 1 }),
  movePeopleAction: {
    args: ({ colleague }) => [{ people: [colleague], to: 1 }],
    not: [
      { code: "forbidden", args: ({ colleague }) => [{ people: [colleague], to: 1 }] },
      { code: "forbidden", args: ({ administrator }) => [{ people: [administrator], to: 1 }] },
    ],
  },
}

const label = { name: "影子", nameEn: "Shadow" }
const sensitivity: Record<string, ActionCase> = {
  addSensitivityAction: forPlatform(label),
  saveSensitivityAction: forPlatform({ ...label, id: 1 }),
  closeSensitivityAction: forPlatform({ id: 1, closed: "yes" }),
  clearPeopleAction: forPlatform({ id: 1, people: ["Q013"] }),
  unclearAction: forPlatform({ id: 1, person: 1, to: "" }),
}

/** For 人事 and 平台管理; which files and imports there are is nobody else's to know. */
const imported = ({ file }: Sample) => [{ file, mark: "x" }]
const staffImport: Record<string, ActionCase> = {
  importStaffAction: { args: imported, not: [{ code: "forbidden", args: imported }] },
  undoImportAction: {
    args: one({ id: "1" }),
    not: [{ code: "not_found", args: one({ id: "999999" }) }],
  },
}

const audit: Record<string, ActionCase> = {
  // That sign-in asks for no second look, so there is nothing to review, for administrators neither.
  reviewEventAction: {
    args: about("signIn", { note: "好" }),
    not: [{ code: "forbidden", args: about("signIn", { note: "好" }) }],
  },
  checkLogAction: forPlatform({}),
}

/** In their own group managers decide; of another one nothing is there. */
const inGroup = (more: object, member: "may" | "forbidden" = "forbidden"): ActionCase => {
  const at = (key: "ownGroup" | "otherGroup") => (sample: Sample) => [
    { groupId: sample[key], ...more },
  ]
  return {
    args: at("otherGroup"),
    not: [
      { code: "not_found", args: at("otherGroup") },
      ...(member === "forbidden" ? [{ code: "forbidden" as const, args: at("ownGroup") }] : []),
    ],
  }
}

const group = { kind: "project", name: "影子组" }
const groups: Record<string, ActionCase> = {
  createGroupAction: {
    args: one(group),
    not: [
      { code: "forbidden", args: one(group) },
      { code: "forbidden", args: one({ ...group, kind: "department", department: 1 }) },
    ],
  },
  saveGroupAction: inGroup({ version: 1, name: "改名", joinRule: "open" }),
  archiveGroupAction: inGroup({}),
  reopenGroupAction: inGroup({}),
  addMembersAction: inGroup({ members: ["方圆"] }),
  removeMemberAction: inGroup({ personId: 1 }),
  setRoleAction: inGroup({ personId: 1, role: "manager" }),
  setOnCallAction: inGroup({ personId: 1, onCall: true }),
  decideRequestAction: inGroup({ requestId: 1, accept: true }),
  announceAction: inGroup({ topic: "影子" }),
  leaveGroupAction: inGroup({}, "may"),
  joinGroupAction: inGroup({}, "may"),
  askToJoinAction: inGroup({}, "may"),
  readAnnouncementAction: inGroup({ announcementId: 1 }, "may"),
  muteGroupAction: inGroup({ on: true }, "may"),
  pinGroupAction: inGroup({ on: true }, "may"),
  openDirectAction: { args: one({ people: ["陈晨"] }) },
}

const inFile = (file: string, cases: Record<string, ActionCase>) =>
  Object.entries(cases).map(([name, it]): [string, ActionCase] => [`${file}#${name}`, it])

const times = { start: "2026-11-25T15:00", end: "2026-11-25T16:00" }
const theirs = (more: object): ActionCase => ({
  args: about("appointment", more),
  not: [{ code: "not_found", args: about("appointment", more) }],
})
/** Everybody has a calendar, and only their own. */
const appointments: Record<string, ActionCase> = {
  createAppointmentAction: { args: one({ title: "试试", ...times }) },
  saveAppointmentAction: theirs({ version: 1, title: "改名", ...times }),
  moveAppointmentAction: theirs({
    ...{ version: 1, start: "2026-11-25T07:00:00.000Z", end: "2026-11-25T08:00:00.000Z" },
  }),
  cancelAppointmentAction: theirs({}),
  restoreAppointmentAction: theirs({}),
}
const calendars: Record<string, ActionCase> = {
  makeFeedAction: { args: one({}) },
  endFeedAction: { args: one({}) },
  showCalendarAction: { args: one({ name: "tasks", shown: "true" }) },
  addColleagueAction: { args: one({ person: "陈晨" }) },
  removeColleagueAction: { args: (sample) => [{ id: sample.colleague }] },
}

/** Every server action of the portal. One that isn't here fails the tests. */
export const actionCases: ReadonlyMap<string, ActionCase> = new Map([
  ...inFile("lib/tasks/actions.ts", tasks),
  ...inFile("lib/appointments/actions.ts", appointments),
  ...inFile("lib/appointments/calendar-actions.ts", calendars),
  ...Object.entries(taskDetails).flatMap(([file, cases]) => inFile(file, cases)),
  ...inFile("lib/groups/actions.ts", groups),
  ...inFile("lib/matters/actions.ts", matters),
  ...inFile("lib/matters/file-actions.ts", matterFiles),
  ...inFile("lib/meetings/actions.ts", meetings),
  ...inFile("lib/meetings/live-actions.ts", running),
  ...inFile("lib/meetings/minutes-actions.ts", minutes),
  ...inFile("lib/meetings/recording-actions.ts", recordings),
  ...inFile("lib/meetings/objection-actions.ts", objections),
  ...inFile("lib/meetings/plain-actions.ts", {
    writePointAction: notOnMeeting({ topic: 1, text: "要点" }),
    writeResolutionAction: notOnMeeting({
      ...{ topic: 1, text: "决议", owner: "陈晨", due: "2031-05-20T10:00" },
    }),
    saveRemarkAction: notOnMeeting({ remark: "备注" }),
  }),
  ...inFile("lib/meetings/report-actions.ts", {
    sendReportAction: {
      args: one({ week: "2026-11-16", department: 1 }),
      not: [{ code: "forbidden", args: one({ week: "2026-11-16", department: 1 }) }],
    },
  }),
  ...inFile("lib/meetings/import-actions.ts", {
    importMeetingsAction: {
      args: one({ file: 1 }),
      not: [{ code: "forbidden", args: one({ file: 1 }) }],
    },
  }),
  ...inFile("lib/meetings/template-actions.ts", {
    makeTemplateAction: {
      args: one(template),
      not: [{ code: "forbidden", args: one(template) }],
    },
    changeTemplateAction: {
      args: about("template", { ...template, version: 1 }),
      not: [{ code: "forbidden", args: about("template", { ...template, version: 1 }) }],
    },
    removeTemplateAction: {
      args: about("template", {}),
      not: [{ code: "forbidden", args: about("template", {}) }],
    },
  }),
  ...inFile("lib/meetings/free-busy.ts", {
    freeBusy: {
      args: one({ people: [1], start: "2031-05-20T10:00", minutes: 60 }),
      reads: true,
    },
    peopleToInvite: { args: () => ["department:1"], reads: true },
  }),
  ...Object.entries(clients).flatMap(([file, cases]) => inFile(file, cases)),
  ...inFile("lib/notifications/actions.ts", notifications),
  ...inFile("lib/notifications/push-actions.ts", {
    addPushAction: {
      args: one({
        endpoint: "http://127.0.0.1:1/inside",
        publicKey: "B".repeat(87),
        auth: "a".repeat(22),
      }),
    },
    tryPushAction: missing({ id: 999_999 }),
    pushTextAction: missing({ id: 999_999, on: "true" }),
    removePushAction: missing({ id: 999_999 }),
    mailInsteadAction: { args: one({}) },
  }),
  ...inFile("lib/people/account-actions.ts", accounts),
  ...inFile("lib/people/leave-actions.ts", leave),
  ...inFile("lib/people/private-actions.ts", {
    showPrivateAction: {
      args: about("colleague", { field: "phone" }),
      not: [
        { code: "forbidden", args: about("colleague", { field: "phone" }) },
        { code: "forbidden", args: about("colleague", { field: "birthday" }) },
      ],
    },
  }),
  ...inFile("lib/people/door-actions.ts", door),
  ...inFile("lib/people/setup-actions.ts", setup),
  ...inFile("lib/people/own-actions.ts", own),
  ...inFile("lib/people/preference-actions.ts", preferences),
  ...inFile("lib/settings/actions.ts", settings),
  ...inFile("lib/calendar/actions.ts", workCalendar),
  ...inFile("lib/people/level-actions.ts", levels),
  ...inFile("lib/people/department-actions.ts", departments),
  ...inFile("lib/people/sensitivity-actions.ts", sensitivity),
  ...inFile("lib/people/import-actions.ts", staffImport),
  ...inFile("lib/people/check-action.ts", {
    checkPasswordAction: { args: one({ password: "x" }), open: true },
  }),
  ...inFile("lib/people/reading.ts", {
    findPeople: { args: () => ["chen"], reads: true },
    leaveOutlook: {
      args: ({ colleague }) => [{ personId: colleague, ...away, deputyId: null }],
      reads: true,
    },
  }),
  ...inFile("lib/audit/actions.ts", audit),
  ...inFile("lib/messages/actions.ts", {
    sendAction: inGroup({ body: "影子" }, "may"),
    dropKeptAction: missing({ id: 999_999 }),
    cancelScheduledAction: missing({ id: 999_999 }),
  }),
  ...inFile("lib/messages/clock-actions.ts", {
    answerClockAction: missing({ messageId: 999_999 }),
  }),
  ...inFile("lib/guests/actions.ts", guests),
  ...inFile("lib/outward/actions.ts", outward),
  ...inFile("lib/clients/dossier-actions.ts", dossiers),
  ...Object.entries(tickets).flatMap(([file, cases]) => inFile(file, cases)),
  ...inFile("lib/audit/reading.ts", { auditNews: { args: () => [0], reads: true } }),
  ...inFile("components/shell/suggest-tags.ts", {
    tagsBeginning: { args: () => ["压"], reads: true },
  }),
  ...inFile("components/search/search-palette.ts", {
    searchPalette: { args: () => ["测试", ""], reads: true },
  }),
])

/** Days away of somebody's: the sample company has none. */
function leaveOf(portal: Portal, staffNo: string): number {
  alter(
    portal,
    `insert into leaves (person_id, first_day, last_day, created_by_id, created_at)
     select id, '2027-05-06', '2027-05-07', id, 0 from people where staff_no = ?`,
    staffNo,
  )
  return look<{ id: number }>(portal, "select max(id) as id from leaves")[0]?.id ?? 999_999
}

/** The matter that 研发部 is in, and one that it isn't. */
function mattersOf(portal: Portal): Pick<Sample, "matter" | "matterPart" | "otherMatter"> {
  const part = "(select id from departments where name = '研发部')"
  const first = (query: string) => look<{ id: number }>(portal, query)[0]?.id ?? 999_999
  const within = `select matter_id from matter_parts where department_id = ${part}`
  return {
    matter: first(`select max(matter_id) as id from (${within})`),
    matterPart: first(`select ${part} as id`),
    otherMatter: first(`select id from matters where id not in (${within})`),
  }
}

/** The meeting of 秋季版本 V3.2 that runs, and one under a label. */
function meetingsOf(
  portal: Portal,
): Pick<Sample, "meeting" | "otherMeeting" | "resolution" | "template"> {
  const first = (query: string) => look<{ id: number }>(portal, query)[0]?.id ?? 999_999
  const other = "select id from meetings where sensitivity_id is not null"
  return {
    meeting: first("select id from meetings where state = 'live' and group_id is not null"),
    otherMeeting: first(other),
    template: first("select id from meeting_templates where shared"),
    resolution: first(`select id from meeting_resolutions where meeting_id in (${other})`),
  }
}

/** A ticket of 研发部, and one that only others see. */
function ticketsOf(portal: Portal): Pick<Sample, "ticket" | "otherTicket"> {
  const first = (query: string) => look<{ id: number }>(portal, query)[0]?.id ?? 999_999
  const from = "select id from tickets where state = 'doing' and department_id"
  return {
    ticket: first(`${from} = (select id from departments where name = '研发部')`),
    otherTicket: first(`${from} = (select id from departments where name = '客服部')`),
  }
}

/** Looks the records up; somebody else must have signed in before. */
export function sampleOf(portal: Portal): Sample {
  const first = (query: string) => look<{ id: number }>(portal, query)[0]?.id ?? 999_999
  const me = "(select id from people where staff_no = 'Q013')"
  return {
    task: first(`select id from tasks where sensitivity_id is null and owner_id <> ${me}
      and creator_id <> ${me} and department_id = (select department_id from people where id = ${me})
      and not exists (select 1 from task_coworkers where task_id = tasks.id and person_id = ${me})`),
    secret: first("select id from tasks where sensitivity_id is not null"),
    ...mattersOf(portal),
    ...meetingsOf(portal),
    client: first("select min(id) as id from clients"),
    ...ticketsOf(portal),
    colleague: first("select id from people where staff_no = 'Q012'"),
    administrator: first("select id from people where staff_no = 'Q001'"),
    leave: leaveOf(portal, "Q012"),
    bundle: first(`select id from bundles where person_id <> ${me}`),
    appointment: first(`select id from appointments where person_id <> ${me}`),
    session: first(`select id from sessions where person_id <> ${me}`),
    signIn: first("select id from events where type = 'person.signed_in'"),
    ownGroup:
      first(`select group_id as id from group_members where person_id = ${me} and role = 'member'
      and group_id in (select id from groups where kind = 'project')`),
    otherGroup: first(`select id from groups where kind = 'project' and join_rule = 'invitation'
      and id not in (select group_id from group_members where person_id = ${me})`),
    file: first("select min(id) as id from files"),
  }
}
