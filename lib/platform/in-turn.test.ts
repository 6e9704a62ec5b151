import { expect, test } from "vitest"
import { inTurn } from "./in-turn"

const asking = () => {
  const asked: number[][] = []
  const ask = inTurn(async (keys: readonly number[]) => {
    asked.push([...keys])
    return new Map(keys.filter((key) => key > 0).map((key) => [key, `${key}!`]))
  })
  return { asked, ask }
}

test("what is asked together is read together, each once", async () => {
  const { asked, ask } = asking()
  expect(await Promise.all([ask(1), ask(2), ask(1), ask(0)])).toEqual(["1!", "2!", "1!", undefined])
  expect(asked).toEqual([[1, 2, 0]])
})

test("what is asked later is read again", async () => {
  const { asked, ask } = asking()
  await ask(1)
  await ask(1)
  expect(asked).toEqual([[1], [1]])
})

test("a failure reaches everybody who asked, and nobody after them", async () => {
  let broken = true
  const ask = inTurn(async (keys: readonly number[]) => {
    if (broken) throw new Error("no database")
    return new Map(keys.map((key) => [key, key]))
  })
  const both = [ask(1), ask(2)]
  for (const each of both) await expect(each).rejects.toThrow("no database")
  broken = false
  expect(await ask(1)).toBe(1)
})
