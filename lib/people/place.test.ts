import { expect, test } from "vitest"
import { placeOf } from "./place"

test("a private address is inside the company, any other outside", () => {
  for (const address of [
    "10.2.14.33",
    "172.16.0.1",
    "172.31.255.254",
    "192.168.1.7",
    "169.254.3.4",
  ])
    expect([address, placeOf(address)]).toEqual([address, "inside"])
  for (const address of ["fd12:3456::1", "fe80::1", "::ffff:192.168.1.7"])
    expect([address, placeOf(address)]).toEqual([address, "inside"])
  for (const address of ["180.102.3.4", "172.32.0.1", "11.0.0.1", "100.64.0.1", "240e::1"])
    expect([address, placeOf(address)]).toEqual([address, "outside"])
})

test("the portal's own computer is here, and what is no address is nowhere", () => {
  for (const address of ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
    expect([address, placeOf(address)]).toEqual([address, "here"])
  expect(placeOf("unknown")).toBeNull()
  expect(placeOf("")).toBeNull()
})
