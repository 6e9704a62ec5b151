import { expect, test } from "vitest"
import { enumerated } from "./enumerated"

test("names stand one after another as each language writes it", () => {
  expect(enumerated(["周舟", "许诺", "高远"], "zh")).toBe("周舟、许诺、高远")
  expect(enumerated(["Zhou Zhou", "Xu Nuo", "Gao Yuan"], "en")).toBe("Zhou Zhou, Xu Nuo, Gao Yuan")
  expect(enumerated(["周舟"], "zh")).toBe("周舟")
  expect(enumerated([], "en")).toBe("")
})
