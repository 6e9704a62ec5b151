import { staffTitles } from "@/lib/people/staff-columns"
import type { StaffError } from "@/lib/people/staff-conflicts"
import type { StaffFile } from "@/lib/people/staff-file"
import { adviceKey, staffWords } from "@/lib/people/staff-words"

const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ""
const language = locale.toLowerCase().startsWith("zh") ? "zh" : "en"

const sentences = {
  unreadable: {
    zh: "读不到文件「{0}」。用法：npm run import -- 员工表.csv",
    en: "Can't read “{0}”. Use: npm run import -- STAFF.csv",
  },
  setUpFirst: {
    zh: "请先运行 npm start，在浏览器里完成首次设置。",
    en: "Run npm start and finish the first set-up in the browser.",
  },
  nothingWritten: {
    zh: "有错误，什么也没有写入。改正后再运行一次。",
    en: "There are errors and nothing was written. Correct them and run it again.",
  },
  done: {
    zh: "已写入：新增 {0} 人，有变化 {1} 人，无变化 {2} 人。",
    en: "Written: {0} new, {1} changed, {2} unchanged.",
  },
  row: { zh: "第 {0} 行 {1}：{2}。{3}", en: "Row {0}, {1}: {2}. {3}" },
}

export const say = (key: keyof typeof sentences, ...values: unknown[]): string =>
  sentences[key][language].replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)]))

const filled = (text: string, places: Record<string, unknown>): string =>
  text.replace(/\{(\w+)\}/g, (_, name) => String(places[name] ?? ""))

/** Row, column, reason and what to do, in one line. */
export function errorLine(error: StaffError): string {
  const { reason, advice } = staffWords[language]
  const titles = staffTitles[error.column]
  const title = (language === "zh" ? titles[0] : titles.find((name) => /^[A-Z]/.test(name))) ?? ""
  const places = { ...error, column: title }
  return say(
    "row",
    error.row,
    title,
    filled(reason[error.code], places),
    filled(advice[adviceKey(error)], places),
  )
}

export const problemLine = (problem: StaffFile["problems"][number]): string =>
  filled(staffWords[language].file[problem.code], { ...problem })
