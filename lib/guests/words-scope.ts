/** The sentence of scope, by what is opened and for how much. */
export const scopeWords = {
  zh: {
    nothing: "请选择对方可以看到什么",
    only: "仅限{things}",
    until: "，至 {day}",
    and: "、",
    phrase: {
      group_view: "「{title}」的文件查阅",
      group_upload: "「{title}」的文件查阅和上传",
      group_talk: "「{title}」的沟通和文件",
      meeting_view: "「{title}」的会议安排",
      client_files_view: "「{title}」的客户文件查阅",
      client_files_upload: "「{title}」的客户文件查阅和上传",
      ticket_page_view: "工单「{title}」的进展",
      ticket_page_talk: "工单「{title}」的进展和回复",
      ticket_desk_talk: "为「{title}」提交工单并查看自己的工单",
      other: "「{title}」",
    },
  },
  en: {
    nothing: "Choose what they may see",
    only: "Only {things}",
    until: ", until {day}",
    and: "; ",
    phrase: {
      group_view: "viewing files of “{title}”",
      group_upload: "viewing and uploading files of “{title}”",
      group_talk: "talk and files of “{title}”",
      meeting_view: "time, place and agenda of “{title}”",
      client_files_view: "viewing client files of “{title}”",
      client_files_upload: "viewing and uploading client files of “{title}”",
      ticket_page_view: "progress of ticket “{title}”",
      ticket_page_talk: "progress of and replies to ticket “{title}”",
      ticket_desk_talk: "handing in tickets for “{title}” and seeing one’s own",
      other: "“{title}”",
    },
  },
}
