/** Moving what lies in the calendar. */
export const moveWords = {
  zh: {
    lifted: "正在移动「{name}」：方向键改时间，回车放下，Esc 取消",
    at: "{day} {time}",
    moved: "「{name}」改到 {day} {time}",
    dropped: "没有移动",
    undo: "撤销",
    due: "把「{name}」的截止时间改到 {day} {time}",
    reason: "改期原因",
    save: "保存",
    cancel: "取消",
  },
  en: {
    lifted: "Moving “{name}”: arrows change the time, Enter drops it, Esc cancels",
    at: "{day} {time}",
    moved: "“{name}” moved to {day} {time}",
    dropped: "Not moved",
    undo: "Undo",
    due: "Make “{name}” due {day} {time}",
    reason: "Reason for the change",
    save: "Save",
    cancel: "Cancel",
  },
}
