import { words as appointments } from "./appointments/words"
import { words as audit } from "./audit/words"
import { words as calendar } from "./calendar/words"
import { words as clients } from "./clients/words"
import { words as groups } from "./groups/words"
import { words as guests } from "./guests/words"
import { words as home } from "./home/words"
import { words as matters } from "./matters/words"
import { words as meetings } from "./meetings/words"
import { clockWords as awaiting } from "./messages/clock-words"
import { words as messages } from "./messages/words"
import { words as notifications } from "./notifications/words"
import { words as outward } from "./outward/words"
import { words as people } from "./people/words"
import { shell } from "./platform/shell-words"
import { errors, states } from "./platform/words"
import { writing } from "./platform/writing-words"
import { words as search } from "./search/words"
import { words as settings } from "./settings/words"
import { words as tasks } from "./tasks/words"
import { words as tickets } from "./tickets/words"

/** Same keys, other language: a sentence missing in one fails the build. */
type Mirror<T> = { [Key in keyof T]: T[Key] extends string ? string : Mirror<T[Key]> }

const zh = {
  errors: errors.zh,
  states: states.zh,
  shell: shell.zh,
  writing: writing.zh,
  people: people.zh,
  calendar: calendar.zh,
  appointments: appointments.zh,
  settings: settings.zh,
  groups: groups.zh,
  messages: messages.zh,
  tasks: tasks.zh,
  search: search.zh,
  home: home.zh,
  awaiting: awaiting.zh,
  notifications: notifications.zh,
  audit: audit.zh,
  matters: matters.zh,
  meetings: meetings.zh,
  clients: clients.zh,
  guests: guests.zh,
  outward: outward.zh,
  tickets: tickets.zh,
}
const en: Mirror<typeof zh> = {
  errors: errors.en,
  states: states.en,
  shell: shell.en,
  writing: writing.en,
  people: people.en,
  calendar: calendar.en,
  appointments: appointments.en,
  settings: settings.en,
  groups: groups.en,
  messages: messages.en,
  tasks: tasks.en,
  search: search.en,
  home: home.en,
  awaiting: awaiting.en,
  notifications: notifications.en,
  audit: audit.en,
  matters: matters.en,
  meetings: meetings.en,
  clients: clients.en,
  guests: guests.en,
  outward: outward.en,
  tickets: tickets.en,
}

export const words = { zh, en }
export type Words = typeof zh
