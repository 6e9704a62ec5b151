import { childOf, nameOf, type Part, partsOf, type Sources, treeOf } from "./sources"

const builders = new Set(["action", "guestAction", "publicAction", "reading"])

const bodyOf = (part: Part): Part[] => (Array.isArray(part.body) ? part.body : [])

const isServerFile = (tree: Part): boolean => bodyOf(tree)[0]?.directive === "use server"

const calleeOf = (part: Part | undefined): string => nameOf(childOf(part, "callee"))

/**
 * Exported server actions that neither `action`, `guestAction`, `publicAction` nor `reading` built: each is a
 * public POST. A function may stand around a reading that it asks.
 */
export const handMadeActions = (files: Sources): string[] =>
  [...files].flatMap(([file, text]) => {
    const tree = treeOf(file, text)
    if (!isServerFile(tree)) return hiddenDirectives(file, tree)
    const readings = readingsIn(tree)
    return bodyOf(tree)
      .filter(({ type, exportKind }) => type.startsWith("Export") && exportKind !== "type")
      .filter((part) => !isBuilt(part, readings))
      .map((part) => `${file}: ${text.slice(part.start, part.end).split("\n")[0]}`)
  })

const declaratorsOf = (declared: Part | undefined): Part[] =>
  Array.isArray(declared?.declarations) ? declared.declarations : []

/** What the file itself built with `reading`. */
const readingsIn = (tree: Part): Set<string> =>
  new Set(
    bodyOf(tree)
      .flatMap(declaratorsOf)
      .filter((each) => calleeOf(childOf(each, "init")) === "reading")
      .map((each) => nameOf(childOf(each, "id"))),
  )

function isBuilt(part: Part, readings: ReadonlySet<string>): boolean {
  const declared = childOf(part, "declaration")
  if (!declared) return false
  const values = declaratorsOf(declared)
  if (values.length > 0)
    return values.every((each) => builders.has(calleeOf(childOf(each, "init"))))
  return partsOf(declared).some((each) => readings.has(calleeOf(each)))
}

/** An action inside a component would be one that nobody finds. */
const hiddenDirectives = (file: string, tree: Part): string[] =>
  partsOf(tree).some(({ directive }) => directive === "use server")
    ? [`${file}: an action inside`]
    : []
