/** Boxes of rows belong to the bulk bar by this name: no form can stand around the rows' own forms. */
export const chosenForm = "chosen"
