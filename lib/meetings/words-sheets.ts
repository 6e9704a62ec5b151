/** Meetings as files: lists in template T2, minutes as a document. */
export const sheetsWords = {
  zh: {
    import: "导入",
    export: "导出",
    titled: "{title} 会议纪要",
    version: "第 {n} 版",
    late: "{name}（迟到）",
    absent: "缺席：{names}",
    noteTaker: "记录人",
    none: "无",
    document: "导出",
    documentNote: "按会议模板导出为 Word 文档",
    note: "按会议模板的列导出眼前的列表，包括已发布的要点和决议。",
  },
  en: {
    import: "Import",
    export: "Export",
    titled: "Minutes of {title}",
    version: "Version {n}",
    late: "{name} (late)",
    absent: "Absent: {names}",
    noteTaker: "Note-taker",
    none: "None",
    document: "Export",
    documentNote: "As a Word document in the template's form",
    note: "The list as you see it in the template's columns, with published points and resolutions.",
  },
}
