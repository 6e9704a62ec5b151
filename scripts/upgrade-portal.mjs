import { spawn } from "node:child_process"

/** A build on a busy machine takes its time. */
const readyWithin = 300_000
const stopsWithin = 20_000

/**
 * `npm start` in a folder, as an operator types it.
 * @param note hears what it prints
 * @returns once it answers: who signs in, and how to stop it
 */
export async function startByNpm(folder, env, note) {
  const child = spawn("npm", ["start"], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] })
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", note)
  // npm itself ends at once; the pipe closes when the last process that holds it has ended.
  const ended = new Promise((done) => child.once("close", done))
  const url = `http://127.0.0.1:${env.PORT}`
  const abandon = () => child.kill("SIGTERM")
  process.once("exit", abandon)
  const stop = async () => {
    child.kill("SIGTERM")
    await within(stopsWithin, ended, "npm start did not stop")
    process.off("exit", abandon)
  }
  try {
    await within(readyWithin, Promise.race([answering(url, child), ended]), "npm start is late")
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`)
  } catch (error) {
    await stop()
    throw error
  }
  const visit = (cookie) => visitor(url, cookie)
  return { stop, visit, signIn: (login, password) => signIn(visit(""), login, password, visit) }
}

async function within(ms, work, late) {
  let timer
  const alarm = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${late} (${ms / 1000} s)`)), ms)
  })
  return Promise.race([work, alarm]).finally(() => clearTimeout(timer))
}

async function answering(url, child) {
  while (child.exitCode === null) {
    const answer = await fetch(`${url}/health`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((done) => setTimeout(done, 200))
  }
}

async function signIn(door, login, password, visit) {
  const response = await door.submit("/login", { login, password })
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0])
  if (cookies.length === 0) throw new Error(`nobody was signed in: ${response.status}`)
  return visit(cookies.join("; "))
}

/** A browser without scripts: pages, forms and one cookie. */
function visitor(url, cookie) {
  const headers = { cookie, origin: url }
  const get = async (path) => {
    const response = await fetch(url + path, { headers, redirect: "manual" })
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
    return response.text()
  }
  const submit = async (path, fields) => {
    const body = formOf(await get(path), Object.keys(fields))
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    return fetch(url + path, { method: "POST", headers, redirect: "manual", body })
  }
  return {
    cookie,
    submit,
    writeTask: async (name, owner) => {
      const response = await submit("/tasks/new", { name, owner })
      const address = response.headers.get("location") ?? ""
      if (!/\/tasks\/\d+$/.test(address)) throw new Error(`no task was made: ${response.status}`)
      return new URL(address, url).pathname
    },
    expectTask: async (path, name) => {
      if (!(await get(path)).includes(name)) throw new Error(`${path} doesn't show ${name}`)
    },
  }
}

/** The first form that has these fields, with everything that stands hidden in it. */
function formOf(page, names) {
  const forms = page.match(/<form[\s>][\s\S]*?<\/form>/g) ?? []
  const form = forms.find((one) => names.every((name) => one.includes(`name="${name}"`)))
  if (!form) throw new Error(`no form asks for ${names.join(", ")}`)
  const body = new FormData()
  for (const [input] of form.matchAll(/<input\b[^>]*>/g)) {
    if (!/type="hidden"/.test(input)) continue
    const [name, value] = ["name", "value"].map((attribute) => textOf(input, attribute))
    if (name) body.append(name, value)
  }
  return body
}

const entities = { quot: '"', amp: "&", lt: "<", gt: ">", "#x27": "'" }

function textOf(input, attribute) {
  const text = new RegExp(`\\s${attribute}="([^"]*)"`).exec(input)?.[1] ?? ""
  return text.replace(/&(quot|amp|lt|gt|#x27);/g, (_, entity) => entities[entity])
}
