import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"
import { run } from "./process.mjs"
import { root } from "./ready.mjs"

// First the one without windows of its own: half the work of a whole browser that hides them.
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
]
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
]

/** The browser for the browser tests, found or fetched; undefined when there is no way to one. */
export async function browser() {
  return installed() ?? (await playwrights()) ?? (await debians())
}

/** Fetches Chinese fonts where a page would otherwise show boxes; only root may. */
export async function fonts() {
  const known = await run("fc-list", [":lang=zh"], { quiet: true }).catch(() => undefined)
  if (known?.output.trim() || process.platform !== "linux") return true
  return apt(["fonts-noto-cjk", "fontconfig"])
}

function installed() {
  const folders = (process.env.PATH ?? "").split(delimiter)
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [process.env.QIBU_BROWSER ?? "", ...found, ...places].find(
    (file) => file && existsSync(file),
  )
}

async function playwrights() {
  const { chromium } = await import("@playwright/test")
  if (existsSync(chromium.executablePath())) return runs(chromium.executablePath())
  const cli = join(root, "node_modules", "@playwright", "test", "cli.js")
  await run(process.execPath, [cli, "install", "chromium"], { quiet: true })
  return existsSync(chromium.executablePath()) ? runs(chromium.executablePath()) : undefined
}

/** A fetched browser may lack the system's libraries. */
async function runs(file) {
  const result = await run(file, ["--version"], { quiet: true }).catch(() => ({ code: 1 }))
  return result.code === 0 ? file : undefined
}

async function debians() {
  const one = (await apt(["chromium-headless-shell"])) || (await apt(["chromium"]))
  return one && (await apt(["fonts-noto-cjk"])) ? installed() : undefined
}

async function apt(packages) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  await run("apt-get", ["update", "-qq"], { quiet: true, env })
  const args = ["install", "-y", "-qq", "--no-install-recommends", ...packages]
  return (await run("apt-get", args, { quiet: true, env })).code === 0
}
