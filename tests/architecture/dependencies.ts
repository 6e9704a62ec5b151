import { importsOf, isTest, type Sources } from "./sources"

const layers = ["db", "lib", "components", "app"]
const layerOf = (file: string): number => layers.indexOf(file.split("/")[0] ?? "")
const moduleOf = (file: string): string => /^lib\/([^/]+)\//.exec(file)?.[1] ?? ""

const edges = (files: Sources): [string, string][] =>
  [...files].flatMap(([file, text]) =>
    isTest(file) ? [] : importsOf(file, text).map((to): [string, string] => [file, to]),
  )

/** One arrow: app → components → lib → db. */
export const againstTheArrow = (files: Sources): string[] =>
  edges(files)
    .filter(([from, to]) => layerOf(to) > layerOf(from))
    .map(([from, to]) => `${from} imports ${to}`)

/** `lib/platform` serves every module and knows none. */
export const platformKnowing = (files: Sources): string[] =>
  edges(files)
    .filter(([from, to]) => moduleOf(from) === "platform" && to.startsWith("lib/"))
    .filter(([, to]) => moduleOf(to) !== "platform")
    .map(([from, to]) => `${from} imports ${to}`)

/** Which module calls which. */
function graph(files: Sources): Map<string, Set<string>> {
  const calls = new Map<string, Set<string>>()
  for (const [from, to] of edges(files)) {
    const [caller, called] = [moduleOf(from), moduleOf(to)]
    if (caller === "" || called === "" || caller === called) continue
    calls.set(caller, (calls.get(caller) ?? new Set()).add(called))
  }
  return calls
}

/** Modules that call each other in a circle. */
export function circles(files: Sources): string[] {
  const calls = graph(files)
  const found = new Set<string>()
  const walk = (at: string, path: string[]) => {
    const before = path.indexOf(at)
    if (before >= 0) {
      found.add([...path.slice(before), at].join(" → "))
      return
    }
    for (const next of calls.get(at) ?? []) walk(next, [...path, at])
  }
  for (const module of calls.keys()) walk(module, [])
  return [...found]
}

/** Manifests whose `uses` differ from what their module imports. */
export function wrongManifests(files: Sources): string[] {
  const calls = graph(files)
  return [...files].flatMap(([file, text]) => {
    const [, name] = /^lib\/([^/]+)\/module\.ts$/.exec(file) ?? []
    if (!name || name === "platform") return []
    const listed = /uses: \[([^\]]*)\]/.exec(text)?.[1] ?? ""
    const said = [...listed.matchAll(/"([^"]+)"/g)].map(([, each]) => each ?? "").toSorted()
    const used = [...(calls.get(name) ?? [])].filter((each) => each !== "platform").toSorted()
    return said.join() === used.join() ? [] : [`${file} says [${said}], uses [${used}]`]
  })
}

const sinks = ["search", "notifications", "reports", "archive"]

/** Nobody imports these: manifests and events feed them. */
export const importedSinks = (files: Sources): string[] =>
  edges(files)
    .filter(([from, to]) => moduleOf(from) !== "" && sinks.includes(moduleOf(to)))
    .filter(([from, to]) => moduleOf(from) !== moduleOf(to) && moduleOf(from) !== "home")
    .map(([from, to]) => `${from} imports ${to}`)

/** Parts that `/gallery` shows neither by themselves nor inside another. */
export function unshownParts(files: Sources): string[] {
  const all = edges(files)
  const shown = new Set([...files.keys()].filter((file) => file.startsWith("app/gallery/")))
  // A set grows while it is walked.
  for (const file of shown)
    for (const [from, to] of all)
      if (from === file && to.startsWith("components/"))
        shown.add(files.has(`${to}.tsx`) ? `${to}.tsx` : `${to}.ts`)
  return [...files.keys()].filter(
    (file) => /^components\/ui\/.*\.tsx$/.test(file) && !isTest(file) && !shown.has(file),
  )
}
