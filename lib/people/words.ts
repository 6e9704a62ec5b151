export const words = {
  zh: {
    error: {
      nobody: "没有找到这个人，请输入姓名、工号或邮箱",
      several: "有同名的人，请改用工号或邮箱",
    },
  },
  en: {
    error: {
      nobody: "Nobody found; type a name, staff number or e-mail",
      several: "Several people have this name; use a staff number or e-mail",
    },
  },
}
