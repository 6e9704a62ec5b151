/** `/settings/data`: true to what the code keeps and deletes. */
export const ownDataWords = {
  zh: {
    data: {
      title: "我的数据",
      note: "下载门户保存的、属于你的内容：资料、登录记录、请假、评论、你负责或创建的任务、你的操作。每个表最多 20,000 行，从最新的开始。下载会记入审计日志。",
      download: "导出我的数据",
      failed: "没有导出：一小时内最多 6 次，请稍后再试",
      keptTitle: "保存了什么，保存多久",
      keptNote:
        "以下是门户现在的做法。写着“一直保存”的，没有任何自动删除；要更正或删除请联系人事。",
      kept: {
        profile: {
          name: "员工资料",
          what: "姓名、工号、邮箱、岗位、部门、直属上级、入职日期全公司可见；手机显示为 138****0000，同部门、上级负责人和人事可查看全号，每次查看记入审计日志；生日只有你和人事可查看。",
          long: "一直保存；离职后只有人事和平台管理看得到；手机可以自己修改。",
        },
        imports: {
          name: "员工导入",
          what: "人事每次导入改动了谁的哪些资料，改动前后的内容，用来查看和撤销；人事和平台管理可见。",
          long: "一直保存。",
        },
        face: {
          name: "头像",
          what: "裁成 256 像素，不含拍摄地点等信息，登录的同事可见。",
          long: "保存到你更换或移除；浏览器最多缓存一天，退出登录时清除。",
        },
        rights: {
          name: "权限",
          what: "权限级别、职能、敏感类别的授权，你、你的负责人和平台管理可见。",
          long: "现状一直保存；每次变更记入审计日志。",
        },
        leave: {
          name: "请假",
          what: "日期和代理人全公司可见；说明只有你和人事可见。",
          long: "一直保存，撤销的也保存。",
        },
        password: {
          name: "密码与二次验证",
          what: "密码只存无法还原的散列；验证器密钥加密保存；恢复码只存散列。",
          long: "散列保存最近 5 次，用来防止重复使用；关闭二次验证时密钥和恢复码删除。",
        },
        devices: {
          name: "认识的设备",
          what: "你登录过的浏览器的随机编号的散列，用来减少登录等待。",
          long: "一直保存；离职或报告不是本人登录时删除。",
        },
        sessions: {
          name: "登录",
          what: "开始、最近使用和结束的时间、地址、设备，你自己可见。",
          long: "30 天不用就失效；失效之后记录一直保存。",
        },
        events: {
          name: "审计日志",
          what: "谁在何时、从哪个地址对哪条记录做了什么；不含密码、消息正文和号码。平台管理可见。",
          long: "一直保存，任何人都不能修改或删除。",
        },
        records: {
          name: "任务与评论",
          what: "你写的内容，看得到那条记录的人可见。",
          long: "一直保存。",
        },
        inbox: {
          name: "通知",
          what: "你的通知和处理状态，只有你可见。",
          long: "一直保存；你不再能看到的记录，通知随之删除。",
        },
        mails: {
          name: "发出的邮件",
          what: "收件地址、种类、发送时间。",
          long: "一直保存；含一次性链接的内容在发出后清空。",
        },
        files: {
          name: "文件",
          what: "附在记录上的文件，看得到那条记录的人可见。",
          long: "一直保存；上传后没有附到任何记录上的，一天后删除。",
        },
        answers: {
          name: "重复提交的应答",
          what: "表单的处理结果，用来保证按两次只生效一次。",
          long: "7 天后删除。",
        },
        limits: {
          name: "次数限制",
          what: "某个操作在一段时间里的次数，如登录失败。",
          long: "时间过后几分钟内删除。",
        },
        backups: {
          name: "备份",
          what: "管理员做的备份包含以上全部内容。",
          long: "由公司决定；升级前自动做的备份保存在服务器上，不会自动删除。",
        },
      },
    },
  },
  en: {
    data: {
      title: "My data",
      note: "Download what the portal keeps that is yours: profile, sign-ins, leave, comments, tasks you own or created, what you did. At most 20,000 rows per table, from the newest. The download is noted in the audit log.",
      download: "Export my data",
      failed: "Nothing was exported: at most 6 times an hour; try again later",
      keptTitle: "What is kept, and how long",
      keptNote:
        "This is what the portal does now. Where it says “kept”, nothing deletes it by itself; ask HR to correct or delete something.",
      kept: {
        profile: {
          name: "Staff data",
          what: "Name, staff number, e-mail, post, department, line manager and hiring date are open to the company. The phone number shows as 138****0000; the own department, heads above and HR may ask for all of it, and each asking is in the audit log. The birthday can be asked for by you and HR only.",
          long: "Kept; after leaving only HR and platform administrators see it. You can change the phone number yourself.",
        },
        imports: {
          name: "Staff imports",
          what: "What each import by HR changed about whom, before and after, to be looked up and undone; seen by HR and platform administrators.",
          long: "Kept.",
        },
        face: {
          name: "Picture",
          what: "Cut to 256 pixels, without place or camera; colleagues who are signed in see it.",
          long: "Until you change or remove it; browsers may hold it for a day and drop it at sign-out.",
        },
        rights: {
          name: "Rights",
          what: "Level, duties and clearances; seen by you, your heads and platform administrators.",
          long: "As they stand, kept; each change is in the audit log.",
        },
        leave: {
          name: "Leave",
          what: "Days and deputy are open to the company; the note is for you and HR.",
          long: "Kept, cancelled leave too.",
        },
        password: {
          name: "Password and second factor",
          what: "Of a password only a hash that can't be turned back; the authenticator's key encrypted; of recovery codes only hashes.",
          long: "The last 5 hashes, against reuse; key and codes are deleted when the second factor is turned off.",
        },
        devices: {
          name: "Known devices",
          what: "A hash of a random number per browser you signed in with, to shorten waits at sign-in.",
          long: "Kept; deleted when you leave or say that a sign-in wasn't you.",
        },
        sessions: {
          name: "Sign-ins",
          what: "When one began, was last used and ended, address and device; seen by you.",
          long: "Ends after 30 days without use; the record of it is kept.",
        },
        events: {
          name: "Audit log",
          what: "Who did what to which record, when and from which address; no passwords, message texts or numbers. Seen by platform administrators.",
          long: "Kept; nobody can change or delete it.",
        },
        records: {
          name: "Tasks and comments",
          what: "What you wrote, seen by whoever sees the record.",
          long: "Kept.",
        },
        inbox: {
          name: "Notifications",
          what: "Yours and what you did with them; seen by you.",
          long: "Kept; those of a record that you may no longer see are deleted with it.",
        },
        mails: {
          name: "Mails sent",
          what: "Address, kind and time.",
          long: "Kept; what held a one-time link is emptied once it is sent.",
        },
        files: {
          name: "Files",
          what: "What hangs on records, seen by whoever sees the record.",
          long: "Kept; an upload that was never attached is deleted after a day.",
        },
        answers: {
          name: "Answers to submissions",
          what: "What a form was answered, so that pressing twice lands once.",
          long: "Deleted after 7 days.",
        },
        limits: {
          name: "Rate limits",
          what: "How often something was done lately, such as failed sign-ins.",
          long: "Deleted minutes after their time.",
        },
        backups: {
          name: "Backups",
          what: "Backups that administrators make hold all of the above.",
          long: "As the company decides; those made before an upgrade stay on the server, nothing deletes them.",
        },
      },
    },
  },
}
