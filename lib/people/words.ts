import { departmentWords } from "./words-departments"
import { directoryWords } from "./words-directory"
import { handoverWords } from "./words-handover"
import { importWords } from "./words-import"
import { ownDataWords } from "./words-own-data"
import { sensitivityWords } from "./words-sensitivity"
import { settingsWords } from "./words-settings"
import { setupWords } from "./words-setup"
import { signingIn } from "./words-signing-in"
import { staffWords } from "./words-staff"

export const words = {
  zh: {
    error: {
      nobody: "没有找到这个人，请输入姓名、工号或邮箱",
      several: "有同名的人，请改用工号或邮箱",
      importErrors: "文件里还有错误，请改正后重新选择文件",
      importStale: "预览之后员工资料有变动，请重新选择文件再看一次",
      lastPlatform: "这样导入会让最后一位平台管理离开，请先把平台管理交给另一位在职员工",
      lastAdministrator: "这是最后一名平台管理员，请先把平台管理交给别人",
      departmentGone: "原来的部门已解散，请选一个部门再恢复账号",
    },
    colleague: {
      department: "部门",
      email: "邮箱",
      left: "已离职",
      account: "账号",
      level: "权限级别",
      view: "仅查看",
      edit: "可编辑",
      admin: "管理员",
      enable: "恢复账号",
      enableIn: "恢复到",
      choose: "选择部门",
      gone: "原部门「{department}」已解散",
      printLink: "生成设置密码链接",
      mailLink: "发送设置密码邮件",
      mailed: "邮件已排队发送",
      onceOnly: "链接只显示这一次，14 天内有效，只能用一次：",
      copy: "复制链接",
      copied: "已复制",
    },
    ...directoryWords.zh,
    import: importWords.zh,
    ...signingIn.zh,
    ...settingsWords.zh,
    ...setupWords.zh,
    ...departmentWords.zh,
    ...sensitivityWords.zh,
    ...handoverWords.zh,
    ...staffWords.zh,
    ...ownDataWords.zh,
  },
  en: {
    error: {
      nobody: "Nobody found; type a name, staff number or e-mail",
      several: "Several people have this name; use a staff number or e-mail",
      importErrors: "The file still has errors; correct them and choose it again",
      importStale:
        "Staff data changed after the preview; choose the file again to see what it does now",
      lastPlatform:
        "This would remove the last platform administrator; give the duty to another active person first",
      lastAdministrator:
        "This is the last platform administrator; give that duty to somebody else first",
      departmentGone:
        "The old department was dissolved; choose a department, then enable the account",
    },
    colleague: {
      department: "Department",
      email: "E-mail",
      left: "Left",
      account: "Account",
      level: "Level",
      view: "View only",
      edit: "Can edit",
      admin: "Administrator",
      enable: "Enable account",
      enableIn: "Return to",
      choose: "Choose a department",
      gone: "{department} was dissolved",
      printLink: "Make a password link",
      mailLink: "Mail a password link",
      mailed: "The mail is queued",
      onceOnly: "Shown this once, valid for 14 days, works once:",
      copy: "Copy link",
      copied: "Copied",
    },
    ...directoryWords.en,
    import: importWords.en,
    ...signingIn.en,
    ...settingsWords.en,
    ...setupWords.en,
    ...departmentWords.en,
    ...sensitivityWords.en,
    ...handoverWords.en,
    ...staffWords.en,
    ...ownDataWords.en,
  },
}
