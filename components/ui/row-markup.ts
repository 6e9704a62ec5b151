import { faceAddress, type Person } from "@/components/ui/face"
import { faceHue, faceText } from "@/components/ui/face-name"
import type { IconName } from "@/components/ui/icon-names"
import { html, type Markup } from "@/components/ui/markup"
import { spriteFile } from "@/components/ui/sprite-file"
import type { Tone } from "@/components/ui/tone"
import type { Locale } from "@/lib/platform/actor"
import { enumerated } from "@/lib/platform/enumerated"

/** Parts of a list's row, looking like PriorityBars, Progress and Faces; styled in lists.css. */

export const rowIcon = (name: IconName): Markup =>
  html`<svg class='icon icon-14' aria-hidden='true'><use href='${spriteFile}#${name}'/></svg>`

/** Bars of a high priority. `label` is spoken. */
export const rowHigh = (label: string): Markup =>
  html`<span class='high' role='img' title='${label}'></span>`

export const rowProgress = (percent: number, tone: Tone, label: string): Markup =>
  html`<span class='bar ${tone}' role='progressbar' aria-label='${label}' aria-valuenow='${percent}' style='--at:${percent}%'>${percent}%</span>`

const most = 3

export function rowFaces(people: readonly Person[], locale: Locale): Markup {
  const shown = people.length > most ? people.slice(0, most - 1) : people
  const rest = people.slice(shown.length)
  const names = enumerated(
    rest.map(({ name }) => name),
    locale,
  )
  return html`${shown.map(rowFace)}${rest.length > 0 && html`<span class='rest' role='img' title='${names}'>+${rest.length}</span>`}`
}

const rowFace = ({ id, name, face }: Person): Markup =>
  face
    ? html`<img class='face' src='${faceAddress(face)}' alt='${name}' title='${name}' width='20' height='20' loading='lazy'>`
    : html`<span class='face' role='img' title='${name}' style='--face-h:${faceHue(id)}'>${faceText(name, 1)}</span>`
