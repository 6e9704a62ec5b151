type Answer = { id: number } | { message: string }

/** Sends a file as it is; `heard` gets the percentage that has arrived. */
export function sendFile(file: File, heard: (percent: number) => void): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const request = new XMLHttpRequest()
  request.open("POST", "/files")
  request.setRequestHeader("x-qibu-name", encodeURIComponent(file.name))
  request.responseType = "json"
  request.upload.onprogress = ({ loaded, total }) =>
    heard(total > 0 ? Math.floor((loaded * 100) / total) : 0)
  request.onerror = () => reject(new Error("the upload broke off"))
  request.onload = () => {
    const answer = Object(request.response)
    if (answer.ok) resolve({ id: Number(answer.value.id) })
    else if (answer.message) resolve({ message: String(answer.message) })
    else reject(new Error("no answer"))
  }
  request.send(file)
  return promise
}
