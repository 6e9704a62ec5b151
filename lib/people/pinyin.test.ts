import { expect, test } from "vitest"
import { matchName } from "@/lib/people/name-match"
import { namePinyin } from "@/lib/people/pinyin"

const person = (name: string) => ({ name, pinyin: namePinyin(name) })

test("a surname is read as a surname", () => {
  const read = (name: string) => namePinyin(name).syllables.join(" ")
  expect(read("单田芳")).toBe("shan tian fang")
  expect(read("解缙")).toBe("xie jin")
  expect(read("曾国藩")).toBe("zeng guo fan")
  expect(read("区寄")).toBe("ou ji")
  expect(read("仇英")).toBe("qiu ying")
  expect(read("尉迟恭")).toBe("yu chi gong")
  expect(read("查良镛")).toBe("zha liang yong")
  expect(read("任盈盈")).toBe("ren ying ying")
  expect(read("令狐冲")).toBe("ling hu chong")
})

test("林默 is typed linmo or lm", () => {
  expect(namePinyin("林默")).toEqual({ full: "linmo", initials: "lm", syllables: ["lin", "mo"] })
})

test("ü is typed v, whichever way it was written", () => {
  expect(namePinyin("吕亦凡").full).toBe("lvyifan")
  expect(matchName("lyuyi", person("吕亦凡"))?.by).toBe("pinyin")
  expect(matchName("lüyi", person("吕亦凡"))?.by).toBe("pinyin")
})

test("names in other letters stay as they are, in lower case", () => {
  expect(namePinyin("Anna Bell")).toEqual({
    full: "annabell",
    initials: "ab",
    syllables: ["anna", "bell"],
  })
  expect(namePinyin("陈Amy").syllables).toEqual(["chen", "amy"])
  expect(namePinyin("阿依古丽·买买提").initials).toBe("ayglmmt")
  expect(namePinyin("")).toEqual({ full: "", initials: "", syllables: [] })
})

test("a query finds the name as written, and says which characters", () => {
  expect(matchName("南星", person("柯南星"))).toEqual({
    by: "name",
    characters: { index: 1, length: 2 },
    letters: [{ index: 1, length: 2 }],
  })
  expect(matchName("BELL", person("Anna Bell"))?.characters).toEqual({ index: 5, length: 4 })
})

test("a query finds the pinyin from the beginning of a syllable", () => {
  expect(matchName("nanx", person("柯南星"))).toEqual({
    by: "pinyin",
    characters: { index: 1, length: 2 },
    letters: [
      { index: 2, length: 3 },
      { index: 5, length: 1 },
    ],
  })
  expect(matchName("an", person("方圆"))).toBeUndefined()
})

test("a query finds the initials, alone or mixed with syllables", () => {
  expect(matchName("knx", person("柯南星"))).toEqual({
    by: "initials",
    characters: { index: 0, length: 3 },
    letters: [{ index: 0, length: 3 }],
  })
  expect(matchName("nx", person("柯南星"))?.characters).toEqual({ index: 1, length: 2 })
  expect(matchName("kenx", person("柯南星"))?.by).toBe("pinyin")
})

test("a space or a full-width letter doesn't hide anyone", () => {
  expect(matchName("lin mo", person("林默"))?.by).toBe("pinyin")
  expect(matchName("ｌｉｎ", person("林默"))?.by).toBe("pinyin")
  expect(matchName("  ", person("林默"))).toBeUndefined()
  expect(matchName("xyz", person("林默"))).toBeUndefined()
})
