/**
 * `npm test`: brings everything the tests need and runs all steps, or those named after `--`
 * (`npm test -- lint unit`). A failed step doesn't hide the ones after it.
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { ready, root } from "./ready.mjs"
import { duration, refuse, say, sentence } from "./terminal.mjs"

const named = process.argv.slice(2)
await ready(fileURLToPath(import.meta.url), named)
const { temporaryFolder } = await import("./temporary.mjs")
process.env.TMPDIR = await temporaryFolder()
const { reading, steps } = await import("./test-steps.mjs")

const unknown = named.filter((name) => !steps[name])
if (unknown.length > 0)
  refuse(sentence("unknownStep", unknown.join(", "), Object.keys(steps).join(", ")))

const totals = { passed: 0, failed: 0 }
const since = performance.now()
const wanted = named.length > 0 ? named : Object.keys(steps)
// These only read what is there, and none of them keeps two processors busy.
const together = wanted.filter((name) => reading.has(name))
const alone = wanted.filter((name) => !reading.has(name))
add(await Promise.all(together.map(runStep)))
for (const name of alone) add([await runStep(name)])
say("testTime", duration(since))
console.log(`${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed > 0 ? 1 : 0)

function add(counted) {
  for (const { passed, failed } of counted) {
    totals.passed += passed
    totals.failed += failed
  }
}

async function runStep(name) {
  const start = performance.now()
  const result = await steps[name]().catch((error) => ({ code: 1, output: String(error?.stack) }))
  const counted = count(result)
  keepLog(name, result.output)
  const bad = counted.failed > 0
  if (bad) console.log(result.output)
  const sum =
    result.passed === undefined ? "" : `  (${counted.passed}/${counted.passed + counted.failed})`
  const again = result.again > 0 ? `, ${sentence("again", result.again)}` : ""
  console.log(`${bad ? "✗" : "✓"} ${sentence(`step-${name}`)}  ${duration(start)}${sum}${again}`)
  return counted
}

/** A step without a count of its own is one test; one that broke before counting has failed once. */
function count({ code, passed, failed }) {
  const broken = code !== 0 && !failed ? 1 : 0
  if (passed === undefined) return { passed: code === 0 ? 1 : 0, failed: broken }
  return { passed, failed: (failed ?? 0) + broken }
}

function keepLog(name, output) {
  mkdirSync(join(root, ".cache"), { recursive: true })
  writeFileSync(join(root, ".cache", `${name}.log`), output ?? "")
}
