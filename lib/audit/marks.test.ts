import { describe, expect, test } from "vitest"
import { marksFor, needed, type Said } from "./marks"

const usual = { often: false, workingHours: true }
const said = (type: string, data: Said["data"] = {}, byPerson = true): Said => ({
  type,
  data,
  byPerson,
})
const signIn = (data: Said["data"]) => said("person.signed_in", data, false)

describe("rights that are raised ask for a second look", () => {
  test("a level: up, not down", () => {
    const level = (before: string, after: string) =>
      marksFor(said("person.levelled", { before, after }), usual)
    expect(level("view", "edit")).toEqual(["rights_raised"])
    expect(level("edit", "admin")).toEqual(["rights_raised"])
    expect(level("admin", "edit")).toEqual([])
  })

  test("a duty that is added, whatever else is taken", () => {
    const duties = (before: string[], after: string[]) =>
      marksFor(said("person.duties", { before, after }), usual)
    expect(duties(["hr"], ["platform"])).toEqual(["rights_raised"])
    expect(duties(["hr", "platform"], ["hr"])).toEqual([])
  })

  test("a clearance", () => {
    expect(marksFor(said("person.cleared", { sensitivityId: 1 }), usual)).toEqual(["rights_raised"])
    expect(marksFor(said("person.uncleared", { sensitivityId: 1 }), usual)).toEqual([])
  })

  test("a department to lead", () => {
    expect(marksFor(said("department.headed", { before: 1, after: 2 }), usual)).toEqual([
      "rights_raised",
    ])
    expect(marksFor(said("department.headed", { before: 1, after: null }), usual)).toEqual([])
  })

  test("but not what the system does when a company is set up", () => {
    expect(marksFor(said("person.cleared", { sensitivityId: 1 }, false), usual)).toEqual([])
  })
})

describe("sign-ins", () => {
  test("from a new place on a new device are unusual, on a known device they are a journey", () => {
    expect(marksFor(signIn({ newPlace: true, newDevice: true }), usual)).toEqual(["new_place"])
    expect(marksFor(signIn({ newPlace: true, newDevice: false }), usual)).toEqual([])
  })

  test("outside working hours only on a new device, and not the very first one", () => {
    const night = { ...usual, workingHours: false }
    expect(marksFor(signIn({ newDevice: true }), night)).toEqual(["off_hours"])
    expect(marksFor(signIn({ newDevice: false }), night)).toEqual([])
    expect(marksFor(signIn({ newDevice: true, first: true }), night)).toEqual([])
    expect(marksFor(signIn({ newDevice: true }), usual)).toEqual([])
  })

  test("that their owner disowns", () => {
    expect(marksFor(said("person.sign_in_disowned"), usual)).toEqual(["disowned"])
  })
})

test("exports and denials are unusual only when there are many", () => {
  const often = { ...usual, often: true }
  expect(marksFor(said("audit.exported"), often)).toEqual(["many_exports"])
  expect(marksFor(said("person.exported"), often)).toEqual(["many_exports"])
  expect(marksFor(said("person.denied"), often)).toEqual(["many_denials"])
  expect(marksFor(said("audit.exported"), usual)).toEqual([])
})

test("a chain that isn't whole", () => {
  expect(marksFor(said("audit.checked", { whole: false }, false), usual)).toEqual(["chain_broken"])
  expect(marksFor(said("audit.checked", { whole: true }, false), usual)).toEqual([])
})

test("nothing is asked of the database for what no rule counts", () => {
  expect(needed(said("task.edited"))).toBeNull()
  expect(needed(signIn({ newDevice: false }))).toBeNull()
  expect(needed(signIn({ newDevice: true }))).toBe("hours")
  expect(needed(said("audit.exported"))).toBe("exports")
})
