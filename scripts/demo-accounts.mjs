import { language } from "./terminal.mjs"

export const demoPassword = "Qibu-demo-2026"

const roles = {
  Q001: ["林默", { zh: "总经理 · 平台管理", en: "Managing director, platform" }],
  Q002: ["何静", { zh: "人力资源经理 · 人事", en: "Head of people, HR" }],
  Q004: ["段立", { zh: "技术支持经理 · 技术支持", en: "Head of support, support" }],
  Q010: ["周舟", { zh: "研发总监 · 部门负责人", en: "Head of development" }],
  Q011: ["陈晨", { zh: "高级工程师 · 可编辑", en: "Senior engineer, can edit" }],
  Q013: ["方圆", { zh: "实习生 · 仅查看", en: "Intern, view only" }],
  Q016: ["柯南星", { zh: "产品经理 · 部门负责人", en: "Head of product" }],
}

/** One line for each sample account worth trying: staff number, name, what they are. */
export function demoAccounts() {
  return Object.entries(roles).map(
    ([number, [name, role]]) => `  ${number}  ${name}  ${role[language]}`,
  )
}
