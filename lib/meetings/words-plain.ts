/** The minutes without a script: a row at a time. */
export const plainWords = {
  zh: {
    topic: "议题",
    speaker: "发言人",
    point: "发言要点",
    addPoint: "添加要点",
    resolution: "决议事项",
    owner: "负责人",
    due: "截止时间",
    addResolution: "添加决议",
    save: "保存",
  },
  en: {
    topic: "Topic",
    speaker: "Speaker",
    point: "Point",
    addPoint: "Add point",
    resolution: "Resolution",
    owner: "Owner",
    due: "Due",
    addResolution: "Add resolution",
    save: "Save",
  },
}
