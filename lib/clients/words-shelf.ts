/** 客户文件. */
export const shelfWords = {
  zh: {
    title: "客户文件",
    hint: "放在这里的文件可以通过外部邀请给客户查看，客户也可以上传。",
    add: "添加文件",
    failed: "没有送达，请再试一次",
    sending: "{name} {percent}%",
    remove: "移除 {name}",
    earlier: "更早的文件",
    invite: "邀请客户查看",
    empty: "还没有客户文件",
  },
  en: {
    title: "Client files",
    hint: "What lies here can be opened to the client by an invitation, and the client can upload.",
    add: "Add files",
    failed: "It didn't arrive; please try again",
    sending: "{name} {percent}%",
    remove: "Remove {name}",
    earlier: "Earlier files",
    invite: "Invite the client",
    empty: "No client files yet",
  },
}
