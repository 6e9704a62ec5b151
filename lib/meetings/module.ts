import { groupKinds } from "@/db/schema/groups"
import { sees } from "@/lib/platform/actor"
import type { EventSpec, Module } from "@/lib/platform/module"
import { findTemplate, type Template, titledTemplates } from "./agenda-template"
import { sweepDaysOff } from "./days-off"
import * as parts from "./department-report"
import { meetingScope } from "./guest-scope"
import { openMeetings } from "./handing-over"
import { invitationTo, uninvitationTo } from "./invitation"
import { labelledMeetings } from "./labelled"
import { meetingsFrom } from "./made-from"
import { answeredTemplate, mailOutsiders, outsiderTemplate } from "./mailing-outsiders"
import { findMeeting, type Meeting, titledMeetings } from "./meeting"
import { minutesToWrite, waitingAnswers } from "./nav-counts"
import * as notices from "./notices"
import { answeredLetter, outsiderLetter } from "./outsider-letter"
import { ownMeetingSheets } from "./own-data"
import { canComment, canCreate, canOpenFiles, canSee } from "./policy"
import { sendReleasedDraft, sendReleasedEdit } from "./released-meeting"
import { ownMeetings } from "./source"
import { addressOf, findSummary, type Summary, titledSummaries, whoReads } from "./summary"
import { sumUp } from "./summing-up"
import { sweepMeetings } from "./sweeping"
import { sweepSeries } from "./sweeping-series"
import { openTasks } from "./task-news"
import { linkAnswered } from "./told-by-link"
import { words } from "./words"
import { said } from "./words-said"

const inBoth = (name: "nav" | "new" | "library" | "report") => ({
  zh: words.zh[name],
  en: words.en[name],
})
const onMeeting = { kind: "meeting" } as const
const invites: EventSpec = {
  ...onMeeting,
  invite: (on, { recordId }, personId) => invitationTo(on, recordId, personId),
}
const uninvites = { kind: "person", invite: uninvitationTo, notify: notices.toUninvited }
const mailed = { ...invites, react: mailOutsiders }
const opens = { ...onMeeting, react: openTasks }

export const meetings: Module = {
  name: "meetings",
  uses: ["people", "calendar", "groups", "messages", "tasks", "appointments", "outward"],
  nav: [
    {
      ...{ group: "meetings", order: 10, href: "/meetings", icon: "presentation" },
      ...{ label: inBoth("nav"), keys: "g e", count: waitingAnswers },
    },
    {
      ...{ group: "meetings", order: 20, href: "/minutes", icon: "notebook-pen" },
      ...{ label: inBoth("library"), count: minutesToWrite },
    },
    {
      ...{ group: "meetings", order: 30, href: "/reports/resolutions", icon: "list-checks" },
      label: inBoth("report"),
    },
  ],
  create: [{ href: "/meetings/new", icon: "presentation", label: inBoth("new"), can: canCreate }],
  groupTabs: [
    {
      ...{ name: "meetings", order: 30, path: "/meetings", label: inBoth("nav") },
      kinds: groupKinds.filter((kind) => kind !== "direct" && kind !== "casual"),
    },
  ],
  kinds: {
    meeting: {
      icon: "presentation",
      find: findMeeting,
      canSee,
      canComment,
      opensFiles: canOpenFiles,
      madeFrom: meetingsFrom,
      guestScope: meetingScope,
      title: ({ title }: Meeting) => title,
      href: ({ id }: Meeting) => `/meetings/${id}`,
      titled: titledMeetings,
      opens: true,
      numbered: { pattern: /JY(\d{8,12})/, href: (number) => `/minutes/JY${number}` },
      searchText: (meeting: Meeting) =>
        [
          meeting.title,
          meeting.minutesNumber === null ? "" : `JY${meeting.minutesNumber}`,
          meeting.place,
          ...meeting.topics.flatMap(({ title, goal }) => [title, goal]),
          meeting.minutesText,
        ].join("\n"),
      sortKey: ({ startAt }: Meeting) => -startAt.getTime(),
      summary: ({ state, startAt, hostId }: Meeting) => ({ state, at: startAt, personId: hostId }),
      idIn: ({ pathname }) =>
        Number(/^\/meetings\/(\d{1,15})(?:\/minutes)?$/.exec(pathname)?.[1]) || null,
    },
    meeting_template: {
      icon: "list-checks",
      find: findTemplate,
      canSee: sees,
      personal: true,
      title: ({ name }: Template) => name,
      href: () => "/meetings/templates",
      titled: titledTemplates,
      searchText: () => "",
      sortKey: ({ id }: Template) => -id,
    },
    resolution_summary: {
      icon: "list-checks",
      find: findSummary,
      canSee: sees,
      personal: true,
      title: ({ week }: Summary) => week,
      href: ({ week }: Summary) => addressOf(week),
      titled: titledSummaries,
      searchText: () => "",
      sortKey: ({ id }: Summary) => -id,
    },
    department_report: {
      icon: "list-checks",
      find: parts.findDepartmentReport,
      canSee: sees,
      personal: true,
      title: parts.titleOf,
      href: parts.partAddress,
      titled: parts.titledDepartmentReports,
      searchText: () => "",
      sortKey: ({ id }: parts.DepartmentReport) => -id,
    },
  },
  events: {
    "meeting.drafted": onMeeting,
    "meeting.edited": onMeeting,
    "meeting.published": { ...mailed, notify: notices.toInvited },
    "meeting.series_published": { ...mailed, notify: notices.toInvited },
    "meeting.series_changed": { ...mailed, notify: notices.toSeries },
    "meeting.planned": { ...onMeeting, react: mailOutsiders },
    "meeting.series_continued": onMeeting,
    "meeting.coming": { ...mailed, notify: notices.toUnanswered },
    "meeting.invited": { ...mailed, notify: notices.toInvited },
    "meeting.uninvited": uninvites,
    "meeting.day_off": { ...onMeeting, notify: notices.toWhoMoves },
    "meeting.moved": { ...mailed, notify: notices.toInvited },
    "meeting.changed": { ...mailed, notify: notices.toAll },
    "meeting.cancelled": { ...mailed, notify: notices.toThoseWhoKnew },
    "meeting.outsider_answered": { ...onMeeting, notify: notices.toHost },
    "meeting.answered_by_link": { ...onMeeting, notify: notices.toLinked },
    "meeting.answered": { ...onMeeting, notify: notices.toHost },
    "meeting.reminded": { ...onMeeting, notify: notices.toComing },
    "meeting.called": { ...onMeeting, notify: notices.toCalled },
    "meeting.started": onMeeting,
    "meeting.topic_moved": onMeeting,
    "meeting.topic_extended": onMeeting,
    "meeting.attended": onMeeting,
    "meeting.asked": onMeeting,
    "meeting.question_closed": onMeeting,
    "meeting.notes_handed": { ...opens, notify: notices.toNoteTaker },
    "meeting.ended": { ...onMeeting, notify: notices.toNoteTaker },
    "meeting.noted": onMeeting,
    "meeting.material_added": onMeeting,
    "meeting.material_removed": onMeeting,
    "meeting.minutes_asked": { ...onMeeting, notify: notices.toNoteTaker },
    "meeting.minutes_late": { ...opens, notify: notices.toAnswerable },
    "meeting.minutes_published": { ...opens, notify: notices.toReaders },
    "meeting.minutes_corrected": { ...opens, notify: notices.toReaders },
    "meeting.imported": onMeeting,
    "meeting.file_imported": { kind: "person" },
    "meeting.minutes_exported": onMeeting,
    "meeting.exported": { kind: "person" },
    "meeting.recording_added": { ...onMeeting, notify: notices.toAbsent },
    "meeting.recording_removed": onMeeting,
    "meeting.recording_set": onMeeting,
    "meeting.objected": { ...onMeeting, notify: notices.toAnswerers },
    "meeting.objection_answered": { ...onMeeting, notify: notices.toObjector },
    "meeting.commented": { ...onMeeting, notify: notices.toHost },
    // The one who takes over is told once, of everything together.
    "meeting.handed_over": opens,
    "meeting.left": opens,
    "report.sent": { kind: "department_report", notify: parts.toHead },
    "meeting_template.made": { kind: "meeting_template" },
    "meeting_template.changed": { kind: "meeting_template" },
    "meeting_template.removed": { kind: "meeting_template" },
    "summary.sent": { kind: "resolution_summary", notify: whoReads },
    "task.nudged": { kind: "task", notify: notices.toResolutionOwner },
  },
  said,
  describe: {
    "meeting.uninvited": ({ data }, locale) =>
      words[locale].event.uninvited.replace("{at}", String(data.at)),
    "meeting.answered_by_link": linkAnswered,
  },
  calendar: [ownMeetings],
  labelled: [labelledMeetings],
  holdings: [openMeetings],
  ownData: ownMeetingSheets,
  categories: {
    "meetings.invitations": { portal: true, push: true, email: true },
    "meetings.urgent": { portal: true, push: true, email: false, fixed: true },
    "meetings.soon": { portal: true, push: true, email: false },
    "meetings.updates": { portal: true, push: false, email: false },
    "meetings.minutes_due": { portal: true, push: true, email: false, fixed: true },
    "meetings.minutes": { portal: true, push: true, email: false },
    "meetings.resolutions": { portal: true, push: true, email: false },
  },
  outward: { "meetings.publish": sendReleasedDraft, "meetings.edit": sendReleasedEdit },
  letters: { [outsiderTemplate]: outsiderLetter, [answeredTemplate]: answeredLetter },
  jobs: [
    { name: "meetings.sweep", every: 20, run: () => sweepMeetings() },
    { name: "meetings.series", every: 60, run: () => sweepSeries() },
    { name: "meetings.days_off", every: 300, run: () => sweepDaysOff() },
    { name: "meetings.weekly", every: 300, run: () => sumUp() },
  ],
}
