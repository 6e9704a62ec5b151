import { readAside } from "@/lib/platform/screening/file-aside"
import { findIn } from "@/lib/platform/screening/finding"
import { rounds, spreadOf } from "./rounds"
import type { Line } from "./table"

const said =
  "周三上午在 3 号仓验收，10:30 前到场的同事请联系梁音（13812345678），晚到的发邮件到 liang@qimu.example。" +
  "第二季度营收 3,200 万元，合同编号 HT-2026-001 的尾款 8 月 31 日前付清；地址是杭州市西湖区文三路 100 号。" +
  "其余事项照上周会议纪要执行，没有新的风险，进度 80%，版本 V3.2 于 2026-11-24 18:00 发布。\n"
const text = said.repeat(Math.ceil(5_000 / said.length)).slice(0, 5_000)
/** Nothing to be found in it: it is looked at to its end. */
const plain = "会议在周三上午举行，请各部门准备材料并按时到场，没有别的安排。\n"
const usual = { off: [], own: [], except: [] }
const large = 20 * 1024 ** 2

/** Milliseconds that one text takes, of a hundred. */
function oneText(): number {
  const since = performance.now()
  for (let nth = 0; nth < 100; nth += 1) findIn(text)
  return (performance.now() - since) / 100
}

/** The longest that everybody else waits while a file is read in its thread, in milliseconds. */
async function beside(): Promise<{ took: number; waited: number }> {
  const bytes = Buffer.from(plain.repeat(Math.ceil(large / Buffer.byteLength(plain))))
  let [waited, last] = [0, performance.now()]
  const beat = setInterval(() => {
    waited = Math.max(waited, performance.now() - last - 5)
    last = performance.now()
  }, 5)
  const since = performance.now()
  await readAside({ bytes, rules: usual })
  clearInterval(beat)
  return { took: (performance.now() - since) / 1000, waited }
}

/** P16: what is looked at in a text of 5,000 characters, and in a file of 20 MB. */
export async function measureScreening(): Promise<Line[]> {
  oneText()
  const texts = Array.from({ length: rounds }, oneText)
  const files = []
  for (let round = 0; round < rounds; round += 1) files.push(await beside())
  const waited = files.map((file) => file.waited)
  const took = files.map((file) => file.took)
  return [
    { id: "P16", what: "screened", goal: { atMost: 5 }, unit: "ms", portal: spreadOf(texts) },
    { id: "P16", what: "screenedFile", goal: { atMost: 20 }, unit: "s", portal: spreadOf(took) },
    { id: "P16", what: "screenedLag", goal: { atMost: 50 }, unit: "ms", portal: spreadOf(waited) },
  ]
}
