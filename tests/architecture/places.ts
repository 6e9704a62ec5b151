import { partsOf, type Sources, treeOf } from "./sources"

/** Addresses and their words, as the people who use the portal know them. */
const addresses = new Set(
  `admin api awaiting calendar clients documents events feeds files forgot g gallery groups guests health
  inbox incidents login matters meetings minutes new onboarding password people playbooks practice
  profile releases reports resolutions rules search sessions settings setup suggestions tasks
  tickets training usage import departments sensitivity audit work-calendar auth edit
  chart notifications security company sign-out forgotten language code codes second-factor look
  shortcuts leave data face export members announcement browse messages kept scheduled updates unsubscribe now
  heard writing uploads templates answer handover contacts record open
  outward screening archive`.split(/\s+/),
)

const platformTables = new Set(["access", "events", "notifications", "platform", "search", "tags"])
/** The frame, its parts, and what goes by its page's word: notifications lie in the inbox. */
const otherParts = new Set(["ui", "shell", "inbox"])

const folder = (file: string, under: string): string =>
  file.startsWith(`${under}/`) ? (file.slice(under.length + 1).split("/")[0] ?? "") : ""

/** A module stands under one word in db/schema, lib and components. */
export function wrongPlaces(files: Sources): string[] {
  const paths = [...files.keys()]
  const modules = new Set(
    paths.map((file) => folder(file, "lib")).filter((name) => !name.includes(".")),
  )
  return paths.flatMap((file) => {
    const table = /^db\/schema\/([^/]+)\.ts$/.exec(file)?.[1]
    if (table && !modules.has(table) && !platformTables.has(table))
      return [`${file}: no lib/${table}`]
    const part = folder(file, "components")
    if (part && !modules.has(part) && !otherParts.has(part)) return [`${file}: no lib/${part}`]
    return []
  })
}

/** Folders of `app` that no page of the glossary has. Groups, slots and parameters have no address. */
export const strangeAddresses = (files: Sources): string[] =>
  [...files.keys()]
    .filter((file) => file.startsWith("app/"))
    .flatMap((file) =>
      file
        .split("/")
        .slice(1, -1)
        .filter((name) => !/^[([@]/.test(name) && !addresses.has(name))
        .map((name) => `${file}: ${name}`),
    )

const drawers = /(^|\/)(utils?|helpers?|services?|hooks|types|common|misc|shared)(\/|\.tsx?$)/

/** A thing without a name has no home, so name it. */
export const drawersIn = (files: Sources): string[] =>
  [...files.keys()].filter((file) => drawers.test(file))

/** Files that only pass on what others export. */
export const barrels = (files: Sources): string[] =>
  [...files]
    .filter(([file]) => !file.startsWith("db/schema"))
    .filter(
      ([file, text]) =>
        /(^|\/)index\.tsx?$/.test(file) ||
        partsOf(treeOf(file, text)).some(({ type }) => type === "ExportAllDeclaration"),
    )
    .map(([file]) => file)
