"use server"

import { action, nothing } from "@/lib/action"
import { resolvePerson } from "@/lib/people/finding"
import { colleague, formerColleague, nothingSaid, shownCalendar } from "./calendar-inputs"
import { addColleague, removeColleague } from "./colleagues"
import { endFeed, makeFeed } from "./feed-token"
import { showCalendar } from "./shown"

// Each is about the actor's own calendar page and nothing else.
const always = () => true

export const makeFeedAction = action({
  name: "appointments.make_feed",
  input: nothingSaid,
  load: nothing,
  can: always,
  secretAnswer: true,
  run: (ctx) => makeFeed(ctx),
  limit: { times: 10, per: 600 },
})

export const endFeedAction = action({
  name: "appointments.end_feed",
  input: nothingSaid,
  load: nothing,
  can: always,
  run: (ctx) => endFeed(ctx, ctx.actor.personId),
})

export const showCalendarAction = action({
  name: "appointments.show",
  input: shownCalendar,
  load: nothing,
  can: always,
  run: (ctx, _, { name, shown }) => showCalendar(ctx, name, shown),
})

export const addColleagueAction = action({
  name: "appointments.add_colleague",
  input: colleague,
  load: nothing,
  can: always,
  run: async (ctx, _, { person }) =>
    addColleague(ctx, await resolvePerson(ctx.tx, person, "person")),
})

export const removeColleagueAction = action({
  name: "appointments.remove_colleague",
  input: formerColleague,
  load: nothing,
  can: always,
  run: (ctx, _, { id }) => removeColleague(ctx, id),
})
