"use server"

import { action, nothing } from "@/lib/action"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { type Appointment, ownAppointment } from "./appointment"
import { cancelAppointment, restoreAppointment } from "./cancelling"
import { appointmentFields, editedAppointment, movedAppointment, namedAppointment } from "./inputs"
import { moveAppointment } from "./moving"
import { contentFrom, timesIn } from "./reading-input"
import { createAppointment, editAppointment } from "./writing"

// What is loaded is the actor's own already; nobody has a say in another's calendar.
const always = () => true
const stands = (_: unknown, { cancelledAt }: Appointment) => cancelledAt === null

export const createAppointmentAction = action({
  name: "appointments.create",
  input: appointmentFields,
  load: nothing,
  can: always,
  run: async (ctx, _, fields) =>
    createAppointment(ctx, contentFrom(fields, await companyCalendar())),
  next: (_, { start }) => `/calendar?date=${start.slice(0, 10)}`,
})

export const saveAppointmentAction = action({
  name: "appointments.edit",
  input: editedAppointment,
  load: ownAppointment,
  can: stands,
  run: async (ctx, appointment, { id: _, version, which, day, ...fields }) => {
    const calendar = await companyCalendar()
    if (which === "all") {
      const content = contentFrom(fields, calendar)
      return editAppointment(ctx, appointment, version, content)
    }
    const { startAt, endAt } = timesIn(fields, calendar.timeZone)
    return moveAppointment(ctx, appointment, version, { day, start: startAt, end: endAt })
  },
  next: (_, { start }) => `/calendar?date=${start.slice(0, 10)}`,
})

export const moveAppointmentAction = action({
  name: "appointments.move",
  input: movedAppointment,
  load: ownAppointment,
  can: stands,
  run: (ctx, appointment, { version, day, start, end }) =>
    moveAppointment(ctx, appointment, version, {
      ...{ day, start: new Date(start), end: new Date(end) },
    }),
})

export const cancelAppointmentAction = action({
  name: "appointments.cancel",
  input: namedAppointment,
  load: ownAppointment,
  can: always,
  run: (ctx, appointment, { day }) => cancelAppointment(ctx, appointment, day),
})

export const restoreAppointmentAction = action({
  name: "appointments.restore",
  input: namedAppointment,
  load: ownAppointment,
  can: always,
  run: (ctx, appointment, { day }) => restoreAppointment(ctx, appointment, day),
})
