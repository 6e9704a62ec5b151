/** Sentences that belong to no module. */
export const errors = {
  zh: {
    invalid: "请看标出的地方，改好后再提交",
    forbidden: "你没有做这件事的权限，可请负责人或上级处理",
    not_found: "这条内容不存在，或你没有查看它的权限",
    conflict: "这条内容刚被别人改过，请对照后再保存",
    signed_out: "登录已失效，请重新登录；你写的内容还在",
    busy: "现在很忙，没有保存，请稍后再试",
    full: "服务器的存储空间已满，没有保存，请告诉管理员",
    bug: "出了问题，没有保存。告诉技术支持时请附上编号 {requestId}",
    tooOften: "操作太频繁，请 {seconds} 秒后再试",
    keyReused: "这次提交和之前的不一样，请刷新页面后重新提交",
    updated: "门户已更新，请刷新",
    required: "请填写",
    tooShort: "至少 {least} 个字符",
    tooLong: "最多 {most} 个字符",
    notValid: "格式不对，请检查",
    due: { password: "请先更换密码", second_factor: "请先开启二次验证" },
    fileTooLarge: "文件最大 {most} MB，请压缩或分开上传",
    fileCutOff: "文件没有传完，请重新上传",
    filesWaiting:
      "已上传但还没有用到的文件太多（最多 {files} 个、{most} MB），请先把它们附到记录上，没有用到的会在一天后清除",
  },
  en: {
    invalid: "Please correct what is marked, then submit again",
    forbidden: "You may not do this; ask the owner or your head",
    not_found: "This doesn't exist, or isn't yours to see",
    conflict: "Somebody has just changed this; compare, then save again",
    signed_out: "You are signed out; sign in again. What you wrote is still here",
    busy: "Very busy right now: nothing was saved, try again in a moment",
    full: "The server's storage is full: nothing was saved. Please tell an administrator",
    bug: "Something went wrong and nothing was saved. Give support this number: {requestId}",
    tooOften: "Too often; try again in {seconds} s",
    keyReused: "This submission differs from the earlier one; reload the page and submit again",
    updated: "The portal was updated, please reload",
    required: "Please fill this in",
    tooShort: "At least {least} characters",
    tooLong: "At most {most} characters",
    notValid: "Not in the right form, please check",
    due: {
      password: "Change your password first",
      second_factor: "Turn on the second factor first",
    },
    fileTooLarge: "A file can have at most {most} MB; compress or split it",
    fileCutOff: "The file did not arrive whole; upload it again",
    filesWaiting:
      "Too many uploaded files hang on no record yet (at most {files} with {most} MB); attach them first, unused ones are removed after a day",
  },
}

/** States and priorities, the same words wherever a record is shown. */
export const states = {
  zh: {
    todo: "未开始",
    doing: "进行中",
    need_support: "需支持",
    done: "已完成",
    overdue: "已逾期",
    high: "高",
    medium: "中",
    low: "低",
  },
  en: {
    todo: "To do",
    doing: "In progress",
    need_support: "Needs support",
    done: "Done",
    overdue: "Overdue",
    high: "High",
    medium: "Medium",
    low: "Low",
  },
}
