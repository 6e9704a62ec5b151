/** What happens to files, in the audit log. */
export const fileWords = {
  zh: {
    file: "文件",
    "file.added": "上传文件",
    "file.attached": "附上文件",
    "file.removed": "清除文件",
  },
  en: {
    file: "File",
    "file.added": "Uploaded file",
    "file.attached": "Attached file",
    "file.removed": "Removed file",
  },
}
