/** What the portal's mails say. `{…}` is filled in by `mail-templates.ts`. */
export const mailWords = {
  zh: {
    eventSubject: "{title}",
    open: "在齐步中打开",
    why: "你收到这封邮件，是因为你在齐步的通知设置里选择了邮件。",
    passwordSubject: {
      first: "设置你的齐步密码",
      forgotten: "重设齐步密码",
      reset: "重设齐步密码",
    },
    password: {
      first: "你的齐步账号已经开通。请用下面的链接设置密码，然后登录。",
      forgotten: "有人（应该是你）要求重设这个账号的密码。请用下面的链接设置新密码。",
      reset: "管理员为你的账号发出了重设密码的链接。请用它设置新密码。",
    },
    testSubject: "齐步测试邮件",
    test: "收到这封邮件，说明公司的邮件服务器已经可以从齐步发信。",
    unsubscribe: "不再接收此类邮件",
    digestSubject: "今日汇总：{count} 件事有了变化",
    digest: "上次汇总以来，和你有关的这些事有了变化：",
    push: "有一条新通知，打开齐步查看",
    pushTest: "这台设备可以收到齐步的推送了",
    passwordOpen: "设置密码",
    passwordUntil:
      "链接只能使用一次，{until} 前有效。如果不是你要求的，请不要点击，并告诉技术支持。",
  },
  en: {
    eventSubject: "{title}",
    open: "Open in Qibu",
    why: "You get this mail because you chose e-mail in your Qibu notification settings.",
    passwordSubject: {
      first: "Set your Qibu password",
      forgotten: "Reset your Qibu password",
      reset: "Reset your Qibu password",
    },
    password: {
      first: "Your Qibu account is ready. Set a password with the link below, then sign in.",
      forgotten:
        "Somebody, probably you, asked to reset this account's password. Set a new one with the link below.",
      reset: "An administrator sent you a link to reset your password. Set a new one with it.",
    },
    testSubject: "Qibu test mail",
    test: "If you read this, Qibu can send mail through the company's server.",
    unsubscribe: "Stop mails of this kind",
    digestSubject: "Today's summary ({count})",
    digest: "What concerns you and has changed since the last summary:",
    push: "Something new: open Qibu to see it",
    pushTest: "This device can now receive pushes from Qibu",
    passwordOpen: "Set password",
    passwordUntil:
      "The link works once and until {until}. If you didn't ask for it, don't follow it and tell support.",
  },
} as const
