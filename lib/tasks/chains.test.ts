import { expect, test } from "vitest"
import { lateLinks } from "./chains"

const day = (nth: number) => new Date(Date.UTC(2026, 10, nth))
const task = (id: number, from: number | null, due: number | null, state = "todo") => ({
  ...{ id, state, doneAt: null },
  startAt: from === null ? null : day(from),
  dueAt: due === null ? null : day(due),
})
const follows = (taskId: number, beforeId: number) => ({ taskId, beforeId })

test("time that one task loses is lost along everything that waits for it", () => {
  const tasks = [task(1, 1, 10, "doing"), task(2, 11, 13), task(3, 13, 15), task(4, 20, 22)]
  const links = [follows(2, 1), follows(3, 2), follows(4, 3)]
  const { late, ends } = lateLinks(tasks, links, day(14))
  expect(late).toEqual([follows(2, 1), follows(3, 2)])
  expect([1, 2, 3, 4].map((id) => ends.get(id))).toEqual([day(14), day(16), day(18), day(22)])
})

test("what is done in time holds nobody up, whatever it was due", () => {
  const tasks = [task(1, 1, 30, "done"), task(2, 11, 13)]
  expect(lateLinks(tasks, [follows(2, 1)], day(5)).late).toEqual([])
})

test("without a beginning, what comes before may last until the other is due", () => {
  const tasks = [task(1, null, 10), task(2, null, 12), task(3, null, 9)]
  const links = [follows(2, 1), follows(3, 1)]
  expect(lateLinks(tasks, links, day(5)).late).toEqual([follows(3, 1)])
})

test("links among tasks that aren't shown, or in a circle, do no harm", () => {
  const tasks = [task(1, 1, 5), task(2, 3, 8)]
  const links = [follows(2, 1), follows(1, 2), follows(1, 99)]
  expect(lateLinks(tasks, links, day(9)).ends.size).toBe(2)
})
