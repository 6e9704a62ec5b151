/** What happened in a group, in the inbox. */
export const eventWords = {
  zh: {
    created: "新建了沟通组，你是成员",
    joined: "把你加入了沟通组",
    request: "同意了你的加入申请",
    requested: "申请加入",
    manager: "让你管理这个组",
    member: "把你改为普通成员",
    onCall: "把你列入值班名单",
    offCall: "把你移出值班名单",
    announced: "发布了群公告",
    other: "更新了沟通组",
  },
  en: {
    created: "made the group with you in it",
    joined: "added you to the group",
    request: "let you in",
    requested: "asks to join",
    manager: "made you a manager of the group",
    member: "made you an ordinary member",
    onCall: "put you on the on-call list",
    offCall: "took you off the on-call list",
    announced: "published an announcement",
    other: "updated the group",
  },
}
