import { sees } from "@/lib/platform/actor"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import type { Module } from "@/lib/platform/module"
import { type Appointment, type Change, findAppointment, titledAppointments } from "./appointment"
import { endFeed } from "./feed-token"
import { ownAppointmentSheets } from "./own-data"
import { remindOfAppointments, whoIsReminded } from "./reminding"
import { ownAppointments } from "./source"
import { words } from "./words"
import { said } from "./words-said"

const label = { zh: words.zh.title, en: words.en.title }
const labelNew = { zh: words.zh.new, en: words.en.new }
const onAppointment = { kind: "appointment" } as const
const aboutPerson = { kind: "person" } as const

/** What single occurrences say instead is found too. */
const textOf = ({ title, place, note }: Change) =>
  [title, place, note].filter((each) => each !== null)

/** The address in a leaver's phone opens nothing any more, also when they come back one day. */
const leaverFeed = (ctx: Ctx, { recordId }: NewEvent) => endFeed(ctx, recordId)

export const appointments: Module = {
  name: "appointments",
  uses: ["people", "calendar"],
  nav: [{ group: "mine", order: 30, href: "/calendar", icon: "calendar", label, keys: "g r" }],
  create: [{ href: "/calendar/new", icon: "calendar", label: labelNew, can: () => true }],
  kinds: {
    appointment: {
      icon: "calendar",
      find: findAppointment,
      canSee: sees,
      personal: true,
      title: ({ title }: Appointment) => title,
      href: ({ id }: Appointment) => `/calendar/${id}`,
      titled: titledAppointments,
      searchText: ({ title, place, note, cancelledAt, changes }: Appointment) =>
        cancelledAt ? "" : [title, place, note, ...changes.flatMap(textOf)].join("\n"),
      sortKey: ({ startAt }: Appointment) => -startAt.getTime(),
      summary: ({ startAt, place }: Appointment) => ({ at: startAt, text: place }),
      idIn: ({ pathname }) => Number(/^\/calendar\/(\d{1,15})$/.exec(pathname)?.[1]) || null,
    },
  },
  events: {
    "appointment.created": onAppointment,
    "appointment.edited": onAppointment,
    "appointment.moved": onAppointment,
    "appointment.cancelled": onAppointment,
    "appointment.restored": onAppointment,
    "appointment.reminded": { ...onAppointment, notify: whoIsReminded },
    "appointment.passed": onAppointment,
    "calendar.subscribed": aboutPerson,
    "calendar.unsubscribed": aboutPerson,
  },
  reactions: { "person.disabled": leaverFeed },
  said,
  calendar: [ownAppointments],
  ownData: ownAppointmentSheets,
  categories: { "appointments.reminders": { portal: true, push: true, email: false } },
  jobs: [{ name: "appointments.reminders", every: 20, run: remindOfAppointments }],
}
