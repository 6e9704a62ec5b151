export interface Names {
  many: string
  one: string
  Many: string
  One: string
  zh: string
  en: string
  enMany: string
  translated: boolean
}
export function namesOf(many: string): Names | null
