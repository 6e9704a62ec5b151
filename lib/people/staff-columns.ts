import type { ColumnTitles } from "@/lib/platform/sheet-columns"

export const staffColumns = [
  "staffNo",
  "name",
  "email",
  "phone",
  "department",
  "post",
  "manager",
  "isHead",
  "level",
  "duties",
  "hiredOn",
  "birthday",
  "status",
] as const

export type StaffColumn = (typeof staffColumns)[number]

/** What the columns of a staff file are called; the first title is the one exports write. */
export const staffTitles = {
  staffNo: ["工号", "员工编号", "员工工号", "Staff number", "Staff no.", "Employee ID"],
  name: ["姓名", "员工姓名", "Name", "Full name"],
  email: ["邮箱", "电子邮箱", "企业邮箱", "邮件", "E-mail", "Email address"],
  phone: ["手机", "手机号", "手机号码", "电话", "Phone", "Mobile", "Phone number"],
  department: ["部门", "所属部门", "Department"],
  post: ["岗位", "职位", "职务", "Post", "Position", "Job title"],
  manager: ["直属上级工号", "直属上级", "上级工号", "Line manager", "Line manager's staff number"],
  isHead: ["部门负责人", "是否部门负责人", "Department head", "Head"],
  level: ["权限级别", "权限", "Level", "Permission level"],
  duties: ["职能", "Duty", "Duties"],
  hiredOn: ["入职日期", "入职时间", "Hired on", "Hire date"],
  birthday: ["生日", "出生日期", "Birthday", "Date of birth"],
  status: ["状态", "在职状态", "Status"],
} satisfies ColumnTitles<StaffColumn>

/** Without these a person can't be made: neither a column nor a cell of them may be missing. */
export const requiredStaffColumns = ["staffNo", "name", "email", "department"] as const
