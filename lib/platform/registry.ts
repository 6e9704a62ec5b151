import type { EventSpec, Job, Kind, Module } from "./module"
import type { OutwardSender } from "./outward-sender"

interface Registry {
  modules: readonly Module[]
  kinds: ReadonlyMap<string, Kind>
  events: ReadonlyMap<string, EventSpec>
  jobs: readonly Job[]
  /** What modules do about each other's events. */
  reactions: ReadonlyMap<string, readonly Reaction[]>
  /** How modules send what was released, by what they call it. */
  outward: ReadonlyMap<string, OutwardSender>
}

type Reaction = NonNullable<Module["reactions"]>[string]

declare global {
  // The production build makes several copies of a module; what was registered once serves them all.
  var __qibuRegistry: Registry | undefined
}

/** Makes the modules known. Called once by `lib/modules.ts`. */
export function register(modules: readonly Module[]): void {
  globalThis.__qibuRegistry = {
    modules,
    kinds: new Map(modules.flatMap((module) => Object.entries(module.kinds ?? {}))),
    events: new Map(modules.flatMap((module) => Object.entries(module.events ?? {}))),
    jobs: modules.flatMap((module) => [...(module.jobs ?? [])]),
    reactions: reactionsOf(modules),
    outward: new Map(modules.flatMap((module) => Object.entries(module.outward ?? {}))),
  }
}

function reactionsOf(modules: readonly Module[]): Map<string, Reaction[]> {
  const all = modules.flatMap((module) => Object.entries(module.reactions ?? {}))
  const found = new Map<string, Reaction[]>()
  for (const [type, react] of all) found.set(type, [...(found.get(type) ?? []), react])
  return found
}

export function registry(): Registry {
  if (!globalThis.__qibuRegistry)
    throw new Error("import lib/modules first: no module is registered")
  return globalThis.__qibuRegistry
}

/** @throws when no module has registered the kind, which is a bug and not bad input */
export function kindOf(name: string): Kind {
  const kind = registry().kinds.get(name)
  if (!kind) throw new Error(`no module has records of kind "${name}"`)
  return kind
}
