"use server"

import { action, nothing } from "@/lib/action"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { type Appointment, ownAppointment } from "./appointment"
import { cancelAppointment, restoreAppointment } from "./cancelling"
import {
  appointmentFields,
  cancelledAppointment,
  editedAppointment,
  movedAppointment,
  restoredAppointment,
} from "./inputs"
import { moveAppointment } from "./moving"
import { contentFrom } from "./reading-input"
import { saveAppointment } from "./saving"
import { createAppointment } from "./writing"

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
  run: (ctx, appointment, { id: _, ...form }) => saveAppointment(ctx, appointment, form),
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
  input: cancelledAppointment,
  load: ownAppointment,
  can: always,
  run: (ctx, appointment, part) => cancelAppointment(ctx, appointment, part),
  next: (_, { back }) => back && `/calendar?date=${back}`,
})

export const restoreAppointmentAction = action({
  name: "appointments.restore",
  input: restoredAppointment,
  load: ownAppointment,
  can: always,
  run: (ctx, appointment, part) => restoreAppointment(ctx, appointment, part),
})
