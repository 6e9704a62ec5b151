import { appointmentScreen } from "@/components/appointments/appointment-in-inbox"
import { auditScreen } from "@/components/audit/audit-in-inbox"
import { workYearScreen } from "@/components/calendar/year-in-inbox"
import { clientScreen } from "@/components/clients/client-in-inbox"
import { groupScreen } from "@/components/groups/group-in-inbox"
import { guestScreen } from "@/components/guests/guest-in-inbox"
import type { RecordScreen } from "@/components/inbox/record-screen"
import { matterScreen } from "@/components/matters/matter-in-inbox"
import {
  departmentReportScreen,
  meetingScreen,
  summaryScreen,
} from "@/components/meetings/meeting-in-inbox"
import { clockScreen } from "@/components/messages/awaiting-in-inbox"
import { messageScreen, unsentScreen } from "@/components/messages/message-in-inbox"
import { outwardScreen } from "@/components/outward/outward-in-inbox"
import { personScreen } from "@/components/people/person-in-inbox"
import { taskScreen, updateScreen } from "@/components/tasks/task-in-inbox"
import { ticketScreen } from "@/components/tickets/ticket-in-inbox"

/** By kind, as modules name them in their manifests. Every kind that notifies has its own. */
const screens: Record<string, RecordScreen> = {
  group: groupScreen,
  message: messageScreen,
  scheduled_message: unsentScreen,
  task: taskScreen,
  task_update: updateScreen,
  matter: matterScreen,
  client: clientScreen,
  ticket: ticketScreen,
  guest: guestScreen,
  outward: outwardScreen,
  meeting: meetingScreen,
  department_report: departmentReportScreen,
  resolution_summary: summaryScreen,
  person: personScreen,
  appointment: appointmentScreen,
  audit: auditScreen,
  clock: clockScreen,
  work_year: workYearScreen,
}

export const screenOf = (kind: string): RecordScreen | undefined => screens[kind]
