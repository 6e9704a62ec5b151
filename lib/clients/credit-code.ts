/** A credit code as it is kept: half width, capitals, without spaces and dashes. */
export const plainCode = (typed: string): string =>
  typed.normalize("NFKC").toUpperCase().replace(/[\s-]/g, "")
