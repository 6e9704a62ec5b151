import { expect, test } from "vitest"
import { networkOf } from "./network"

test("addresses of one IPv6 network are one, however they are written; IPv4 addresses are each their own", () => {
  for (const address of [
    "2001:db8:0:7::1",
    "2001:0DB8::7:0:0:0:1",
    "2001:db8:0:7:ffff:ffff:ffff:ffff",
  ])
    expect(networkOf(address)).toBe("2001:db8:0:7")
  expect(networkOf("2001:db8::1")).toBe("2001:db8:0:0")
  expect(networkOf("2001:db8::8:0:0:1")).toBe("2001:db8:0:0")
  expect(networkOf("2001:db8:0:8::1")).not.toBe(networkOf("2001:db8:0:7::1"))
  expect([networkOf("2001:db8::1", 3), networkOf("::1"), networkOf("fe80::")]).toEqual([
    "2001:db8:0",
    "0:0:0:0",
    "fe80:0:0:0",
  ])
  expect([networkOf("203.0.113.7"), networkOf("203.0.113.8"), networkOf(null)]).toEqual([
    "203.0.113.7",
    "203.0.113.8",
    "",
  ])
})
