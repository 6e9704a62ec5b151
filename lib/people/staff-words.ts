import { type StaffColumn, staffTitles } from "@/lib/people/staff-columns"
import type { StaffError } from "@/lib/people/staff-conflicts"
import type { Locale } from "@/lib/platform/actor"
import type { StaffFileProblem } from "./staff-file"
import type { StaffErrorCode } from "./staff-values"

/**
 * Why a staff file or a row of it can't be taken, and what to do. {value} is what stands there,
 * {suggestion} what might be meant or who is in the way, {column} the column's title.
 */
export const staffWords = {
  zh: {
    file: {
      too_large: "文件超过 200 MB，请拆分后再导入。",
      too_many_rows: "文件超过 {value} 行，请拆分后再导入。",
      old_excel: "这是旧版 Excel 文件（.xls），请另存为 .xlsx 或 CSV。",
      unreadable: "无法读取这个文件，请另存为 .xlsx 或 CSV。",
      macros: "这是含宏的工作簿（.xlsm），请另存为不含宏的 .xlsx 或 CSV。",
      broken_quotes: "第 {row} 行的引号没有闭合，请改正后再导入。",
      mixed_encodings:
        "第 {row} 行起换了一种编码（UTF-8 与 GB18030 混在一起），请用 Excel 打开后另存为 .xlsx。",
      broken_text: "第 {row} 行有无法识别的字符，请用 Excel 打开后另存为 .xlsx。",
      merged_cells: "单元格 {value} 是合并的，分不清属于谁，请取消合并并逐行填写。",
      formula_without_value:
        "单元格 {value} 的公式没有保存结果，请用 Excel 打开并保存一次，或改为数值。",
      empty: "文件里没有员工，请检查是否选错了文件。",
      missing_column: "缺少列「{value}」。",
      duplicate_column: "列「{value}」出现了两次，请保留一列。",
    },
    reason: {
      missing: "必填项为空",
      bad_email: "不是有效的邮箱：{value}",
      bad_phone: "不是有效的手机号码：{value}",
      bad_date: "没有这一天：{value}",
      unknown_choice: "无法识别：{value}",
      unknown_level: "没有这个权限级别：{value}",
      unknown_status: "没有这个状态：{value}",
      unknown_duty: "没有这个职能：{value}",
      formula: "以公式符号开头：{value}",
      bad_department: "部门路径不完整：{value}",
      department_in_itself: "部门在自己之下：{value}",
      closed_department: "部门已撤销：{value}",
      lost_digits: "工号被表格当成了数字：{value}",
      too_long: "超过 200 个字符",
      duplicate_staff_no: "工号 {value} 在文件中出现多次",
      duplicate_email: "邮箱 {value} 已被使用",
      unknown_manager: "找不到直属上级 {value}",
      manager_cycle: "上级关系成环：{value} 也在此人之下",
      second_head: "{value} 已有部门负责人",
    },
    advice: {
      missing: "填写后再导入",
      bad_email: "按 name@company.com 的形式填写",
      bad_phone: "填写 11 位手机号码，境外号码以 + 和国家代码开头",
      bad_date: "按 2026-01-05 的形式填写",
      bad_date_meant: "改为 {suggestion}",
      unknown_choice: "填写：是 / 否",
      unknown_level: "填写：仅查看 / 可编辑 / 管理员",
      unknown_status: "填写：在职 / 离职",
      unknown_duty: "填写：人事 / 平台管理 / 技术支持 / 行政，多个用分号隔开",
      formula: "去掉开头的符号",
      bad_department: "用 / 分隔上下级部门，例如 研发部/后端组",
      department_in_itself: "改为 {suggestion}",
      closed_department: "换一个部门，或先恢复这个部门",
      lost_digits: "把这一列设为文本格式，重新填写完整工号",
      lost_digits_meant: "把这一列设为文本格式，改为 {suggestion}",
      too_long: "缩短到 200 个字符以内",
      duplicate_staff_no: "与第 {suggestion} 行合并，或改正其中一个工号",
      duplicate_email: "另一行也填了这个邮箱，请换一个",
      duplicate_email_of: "{suggestion} 正在使用这个邮箱，请换一个",
      unknown_manager: "填写已有员工或本文件中的工号",
      manager_cycle: "改正其中一人的直属上级",
      second_head: "只保留一位部门负责人",
      second_head_after: "先将 {suggestion} 的部门负责人改为 否",
    },
  },
  en: {
    file: {
      too_large: "The file is larger than 200 MB. Split it and import the parts.",
      too_many_rows: "The file has more than {value} rows. Split it and import the parts.",
      old_excel: "This is an old Excel file (.xls). Save it as .xlsx or CSV.",
      unreadable: "This file can't be read. Save it as .xlsx or CSV.",
      macros: "This workbook holds macros (.xlsm). Save it as .xlsx without macros, or as CSV.",
      broken_quotes: "A quotation mark in row {row} is never closed. Correct it and import again.",
      mixed_encodings:
        "From row {row} on the encoding changes (UTF-8 and GB18030 in one file). Open it in Excel and save it as .xlsx.",
      broken_text: "Row {row} holds unreadable signs. Open the file in Excel and save it as .xlsx.",
      merged_cells:
        "The cells {value} are merged, so nobody can tell whose they are. Unmerge them and fill in each row.",
      formula_without_value:
        "The formula in {value} was saved without its result. Open and save the file in Excel, or write the value.",
      empty: "There is nobody in this file. Is it the right one?",
      missing_column: "The column “{value}” is missing.",
      duplicate_column: "The column “{value}” appears twice. Keep one of them.",
    },
    reason: {
      missing: "A required field is empty",
      bad_email: "Not a valid e-mail address: {value}",
      bad_phone: "Not a valid phone number: {value}",
      bad_date: "There is no such day: {value}",
      unknown_choice: "Not understood: {value}",
      unknown_level: "There is no level {value}",
      unknown_status: "There is no status {value}",
      unknown_duty: "There is no duty {value}",
      formula: "Begins like a formula: {value}",
      bad_department: "The department's path has a gap: {value}",
      department_in_itself: "The department is under itself: {value}",
      closed_department: "The department was dissolved: {value}",
      lost_digits: "The spreadsheet took the staff number for a figure: {value}",
      too_long: "Longer than 200 characters",
      duplicate_staff_no: "Staff number {value} appears more than once in the file",
      duplicate_email: "The e-mail address {value} is taken",
      unknown_manager: "There is no line manager {value}",
      manager_cycle: "Line managers go round in a circle: {value} is also below this person",
      second_head: "{value} already has a head",
    },
    advice: {
      missing: "Fill it in and import again",
      bad_email: "Write it like name@company.com",
      bad_phone: "Write 11 digits, or + and the country code for numbers abroad",
      bad_date: "Write it like 2026-01-05",
      bad_date_meant: "Write {suggestion}",
      unknown_choice: "Write Yes or No",
      unknown_level: "Write View only, Can edit or Administrator",
      unknown_status: "Write Active or Left",
      unknown_duty: "Write HR, Platform, Support or Office; separate several by semicolons",
      formula: "Remove the sign at the beginning",
      bad_department: "Separate departments with /, like 研发部/后端组",
      department_in_itself: "Write {suggestion}",
      closed_department: "Choose another department, or open this one again first",
      lost_digits: "Format the column as text and write the whole number",
      lost_digits_meant: "Format the column as text and write {suggestion}",
      too_long: "Shorten it to 200 characters",
      duplicate_staff_no: "Merge it with row {suggestion}, or correct one of the numbers",
      duplicate_email: "Another row has this address too; choose another",
      duplicate_email_of: "{suggestion} uses this address; choose another",
      unknown_manager: "Write the number of somebody in the portal or in this file",
      manager_cycle: "Correct the line manager of one of them",
      second_head: "Keep one head",
      second_head_after: "First set {suggestion}’s department head to No",
    },
  },
} as const

const adviceWithSuggestion: Partial<Record<StaffErrorCode, keyof typeof staffWords.zh.advice>> = {
  bad_date: "bad_date_meant",
  duplicate_email: "duplicate_email_of",
  second_head: "second_head_after",
  lost_digits: "lost_digits_meant",
}

/** The key of the sentence that says what to do: with the suggestion where there is one. */
export const adviceKey = ({ code, suggestion }: StaffError): keyof typeof staffWords.zh.advice =>
  (suggestion === "" ? undefined : adviceWithSuggestion[code]) ?? code

const filled = (text: string, places: object): string =>
  text.replace(/\{(\w+)\}/g, (_, name) => String(Reflect.get(places, name) ?? ""))

/** A column's title as the interface has it. */
export function columnTitle(column: StaffColumn, language: Locale): string {
  const titles: readonly string[] = staffTitles[column]
  return (language === "zh" ? titles[0] : titles.find((name) => /^[A-Z]/.test(name))) ?? ""
}

export const reasonOf = (error: StaffError, language: Locale): string =>
  filled(staffWords[language].reason[error.code], error)

export const adviceOf = (error: StaffError, language: Locale): string =>
  filled(staffWords[language].advice[adviceKey(error)], error)

export const problemSentence = (problem: StaffFileProblem, language: Locale): string =>
  filled(staffWords[language].file[problem.code], problem)
