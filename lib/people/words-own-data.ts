export const ownDataWords = { zh: {}, en: {} }
