import { describe, expect, it } from "vitest"
import { faceHue, faceText } from "@/components/ui/face-name"

describe("a face carries the end of the name", () => {
  it("shows the last character of a Chinese name when small, the last two when there is room", () => {
    expect(faceText("柯南星", 1)).toBe("星")
    expect(faceText("柯南星", 2)).toBe("南星")
    expect(faceText("周舟", 2)).toBe("周舟")
  })
  it("shows the initials of a Latin name", () => {
    expect(faceText("Lin Mo", 2)).toBe("LM")
    expect(faceText("Lin Mo", 1)).toBe("L")
    expect(faceText("Madonna", 2)).toBe("M")
  })
  it("keeps a character of four bytes whole", () => {
    expect(faceText("王𠮷", 1)).toBe("𠮷")
  })
})

describe("a person keeps one hue", () => {
  it("is the same each time and between 0 and 359", () => {
    expect(faceHue(7)).toBe(faceHue("7"))
    for (let id = 0; id < 500; id++) {
      expect(faceHue(id)).toBeGreaterThanOrEqual(0)
      expect(faceHue(id)).toBeLessThan(360)
    }
  })
})
