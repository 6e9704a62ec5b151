import { expect, test } from "vitest"
import { maskPhone } from "./masking"

test("of a number the middle is hidden, of a short one nearly all", () => {
  expect(maskPhone("13800000000")).toBe("138****0000")
  expect(maskPhone("+4915112345678")).toBe("+49****5678")
  expect(maskPhone("8012")).toBe("****12")
})
