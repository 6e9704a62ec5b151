// The package's own entry for bundlers is ES code under a CommonJS name, which they refuse.
declare module "chinese-days/dist/index.min.js" {
  const chineseDays: { getSolarTerms(day: string): { name: string }[] }
  export default chineseDays
}
