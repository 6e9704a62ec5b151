/** Meetings as files: lists in template T2, minutes as a document. */
export const sheetsWords = {
  zh: {
    import: "导入",
    export: "导出",
    note: "按会议模板的列导出眼前的列表，包括已发布的要点和决议。",
  },
  en: {
    import: "Import",
    export: "Export",
    note: "The list as you see it in the template's columns, with published points and resolutions.",
  },
}
