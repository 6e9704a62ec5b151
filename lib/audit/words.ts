import { auditWords } from "./words-page"

const mark = {
  zh: {
    rights_raised: "权限提高",
    many_exports: "短时间内多次导出",
    many_denials: "多次被拒绝",
    new_place: "从没来过的地点和设备登录",
    off_hours: "非工作时间用新设备登录",
    disowned: "本人否认的登录",
    chain_broken: "日志校验没有通过",
    other: "需要复核",
  },
  en: {
    rights_raised: "rights raised",
    many_exports: "many exports in a short time",
    many_denials: "many denials",
    new_place: "sign-in from a new place and device",
    off_hours: "sign-in outside working hours on a new device",
    disowned: "sign-in that its owner disowned",
    chain_broken: "the chain check failed",
    other: "needs review",
  },
}

/** The page's sentences; what events are called stands in each module's own `words-said`. */
export const words = {
  zh: { ...auditWords.zh, mark: mark.zh },
  en: { ...auditWords.en, mark: mark.en },
}
