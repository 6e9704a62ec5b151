/** What the portal writes by itself into records, in the company's language. */
export const words = {
  zh: {
    template: "发起了即时会议「{title}」，会议纪要模板：",
    seriesChanged: "整个系列改了时间",
    carried: "上次决议回顾",
    carriedGoal: "逐条过上次的决议，逾期的定新时间",
    from: "「{title}」决议 {number}",
    corrected: "会议纪要更正",
    withdrawn: "会议纪要已更正，这条决议撤销了，请和主持人确认后再处理。",
  },
  en: {
    template: "Started the meeting “{title}” now. Its minutes: ",
    seriesChanged: "The whole series has changed",
    carried: "Resolutions of last time",
    carriedGoal: "Go through each; overdue ones get a new date",
    from: "Resolution {number} of “{title}”",
    corrected: "Minutes were corrected",
    withdrawn: "The minutes were corrected and this resolution was taken back; ask the host first.",
  },
}
