import {
  childOf,
  isTest,
  lineAt,
  nameOf,
  type Part,
  partsOf,
  type Sources,
  treeOf,
} from "./sources"

const sources = (files: Sources): [string, string][] => [...files].filter(([file]) => !isTest(file))

const lines = (text: string): number => text.trimEnd().split("\n").length

export const sizes = { median: 60, nine: 150, most: 250, function: 50, component: 80 }

/** Files of lib: median, nine of ten, and each. */
export function oversizedFiles(files: Sources): string[] {
  const inLib = sources(files).filter(([file]) => file.startsWith("lib/"))
  const counts = inLib.map(([, text]) => lines(text)).toSorted((a, b) => a - b)
  const at = (share: number) => counts[Math.floor((counts.length - 1) * share)] ?? 0
  const found = sources(files)
    .filter(([, text]) => lines(text) > sizes.most)
    .map(([file, text]) => `${file}: ${lines(text)} lines`)
  if (at(0.5) > sizes.median) found.push(`half of lib is longer than ${at(0.5)} lines`)
  if (at(0.9) > sizes.nine) found.push(`a tenth of lib is longer than ${at(0.9)} lines`)
  return found
}

const isFunction = ({ type }: Part) =>
  /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type)

/** Functions of more than 50 lines, components of more than 80. */
export const oversizedFunctions = (files: Sources): string[] =>
  sources(files).flatMap(([file, text]) => {
    const named = namesOf(treeOf(file, text))
    return partsOf(treeOf(file, text))
      .filter(isFunction)
      .flatMap((part) => {
        const name = nameOf(childOf(part, "id")) || named.get(part) || ""
        const component = file.endsWith("x") && /^[A-Z]/.test(name)
        const size = lineAt(text, part.end) - lineAt(text, part.start) + 1
        const most = component ? sizes.component : sizes.function
        return size > most ? [`${file}: ${name || "a function"} has ${size} lines`] : []
      })
  })

/** Arrow functions have the name of what they are kept in. */
function namesOf(tree: Part): Map<Part, string> {
  const names = new Map<Part, string>()
  for (const part of partsOf(tree)) {
    const value = part.type === "VariableDeclarator" ? childOf(part, "init") : undefined
    if (value) names.set(value, nameOf(childOf(part, "id")))
  }
  return names
}

/** Where the engine's and the registry's types end, something has to be asserted. */
const mayAssert = (file: string): boolean =>
  file.startsWith("db/") ||
  file.startsWith("lib/platform/") ||
  /^lib\/(public-)?action\.ts$/.test(file)

/** `any`, `!` and `as`, other than `as const`. */
export const assertions = (files: Sources): string[] =>
  sources(files)
    .filter(([file]) => !mayAssert(file))
    .flatMap(([file, text]) =>
      partsOf(treeOf(file, text))
        .filter((part) =>
          /^TS(AnyKeyword|NonNullExpression|AsExpression|TypeAssertion)$/.test(part.type),
        )
        .filter((part) => nameOf(childOf(childOf(part, "typeAnnotation"), "typeName")) !== "const")
        .map(
          (part) =>
            `${file}:${lineAt(text, part.start)} ${text.slice(part.start, part.end).slice(0, 60)}`,
        ),
    )

/** What is put together with the marks of one language, whoever reads it. */
export const joinedByHand = (files: Sources): string[] =>
  sources(files).flatMap(([file, text]) =>
    [...text.matchAll(/\.join\("[、，；]"\)/g)].map(
      ({ index }) => `${file}:${lineAt(text, index)} use enumerated`,
    ),
  )
