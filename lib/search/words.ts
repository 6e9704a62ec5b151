export const words = {
  zh: {
    title: "搜索",
    field: "搜索",
    prompt: "输入词、姓名、拼音首字母或工号",
    none: "没有找到「{query}」",
    noneHint: "换个词，或只输入其中两个字。你没有权限的内容不会出现。",
    kind: {
      task: "任务",
      matter: "事项",
      message: "消息",
      group: "沟通组",
      person: "员工",
      import: "导入",
    },
    more: "更多结果",
  },
  en: {
    title: "Search",
    field: "Search",
    prompt: "Type a word, a name, pinyin initials or a staff number",
    none: "Nothing found for “{query}”",
    noneHint: "Try another word, or just a part of it. What isn't yours to see doesn't appear.",
    kind: {
      task: "Tasks",
      matter: "Matters",
      message: "Messages",
      group: "Groups",
      person: "People",
      import: "Imports",
    },
    more: "More results",
  },
}
