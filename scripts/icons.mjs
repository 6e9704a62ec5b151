// Writes components/ui/sprite.svg and components/ui/icon-names.ts: lucide's paths plus our own
// glyphs. Rows then carry one <use> each and no icon costs any JavaScript in the browser.
// Run `node scripts/icons.mjs` after adding a name.
import { readFileSync, writeFileSync } from "node:fs"

const lucide =
  `alarm-clock archive arrow-big-up arrow-left arrow-left-right arrow-right at-sign bell
bell-off book-open building-2 calendar calendar-clock calendar-cog calendar-sync camera
chart-no-axes-column check check-check chevron-down chevron-left chevron-right chevrons-up-down
circle-alert circle-check circle-question-mark circle-user clipboard-list clock copy corner-down-left
corner-up-left download ellipsis external-link eye eye-off file-clock file-key file-spreadsheet
file-text filter flag folder folder-input folder-open globe graduation-cap grip-vertical hand hash
history image inbox info kanban key-round keyboard languages layout-list life-buoy lightbulb link
list list-checks bookmark coffee forward square-pen smile-plus arrow-down bell-ring thumbs-up heart laugh party-popper hand-heart list-filter list-tree loader lock lock-open log-in log-out mail map-pin maximize-2
megaphone menu message-square minus monitor moon network notebook-pen panel-left panel-left-close
panel-right paperclip pencil phone pin play plus presentation printer reply repeat rotate-ccw
scroll-text search send-horizontal server settings settings-2 shield shield-alert shield-check siren
sliders-horizontal smartphone smile sprout square-check star sun tag target ticket timer trash-2
trending-up triangle-alert undo-2 unlink upload user user-check user-minus user-plus users video wifi
wifi-off x zap chart-gantt chart-column lock-keyhole file-up circle-plus circle-dot circle-minus`.split(
    /\s+/,
  )

const ring = '<circle cx="12" cy="12" r="8.5"'
const own = {
  "state-todo": `${ring} stroke-dasharray="4.1 2.575" stroke-linecap="butt"/>`,
  "state-doing": `${ring}/><path d="M12 7.2a4.8 4.8 0 0 1 0 9.6z" fill="currentColor" stroke="none"/>`,
  "state-done": `${ring}/><path d="m8.4 12.2 2.5 2.5 4.8-5"/>`,
  "state-late": `${ring}/><path d="M12 7.9v4.7"/><path d="M12 15.9v.1"/>`,
  "state-blocked": `${ring}/><path d="M8.2 12h7.6"/>`,
  "state-closed": `${ring}/><path d="m9.2 9.2 5.6 5.6m0-5.6-5.6 5.6"/>`,
  "priority-high": bars(1, 1, 1),
  "priority-medium": bars(1, 1, 0.28),
  "priority-low": bars(1, 0.28, 0.28),
}

function bars(...shown) {
  const rect = (x, height, opacity) =>
    `<rect x="${x}" y="${20 - height}" width="4.2" height="${height}" rx="1" fill="currentColor" stroke="none" opacity="${opacity}"/>`
  return rect(4, 6, shown[0]) + rect(10, 10.5, shown[1]) + rect(16, 15, shown[2])
}

async function lucideMarkup(name) {
  const file = new URL(`../node_modules/lucide-react/dist/esm/icons/${name}.mjs`, import.meta.url)
  // Renamed icons leave a file behind that only points at the new one.
  const renamed = /default \} from '\.\/(.+)\.mjs'/.exec(readFileSync(file, "utf8"))
  if (renamed) return lucideMarkup(renamed[1])
  const { __iconData } = await import(file)
  return __iconData.node.map(([tag, { key, ...rest }]) => `<${tag}${attributes(rest)}/>`).join("")
}

function attributes(record) {
  return Object.entries(record)
    .map(([key, value]) => ` ${key}="${value}"`)
    .join("")
}

const drawn = { ...own }
for (const name of lucide) drawn[name] = await lucideMarkup(name)
const names = Object.keys(drawn).sort()
const symbols = names.map(
  (name) => `<symbol id="${name}" viewBox="0 0 24 24">${drawn[name]}</symbol>`,
)
const root = new URL("../components/ui/", import.meta.url)
writeFileSync(
  new URL("sprite.svg", root),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><title>Icons</title><!-- lucide paths, ISC licence, and our own glyphs -->\n${symbols.join("\n")}\n</svg>\n`,
)
writeFileSync(
  new URL("icon-names.ts", root),
  `// Written by scripts/icons.mjs.\nexport const iconNames = [\n${names.map((name) => `  "${name}",`).join("\n")}\n] as const\n\nexport type IconName = (typeof iconNames)[number]\n`,
)
