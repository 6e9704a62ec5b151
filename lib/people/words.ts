export const words = {
  zh: { person: "员工" },
  en: { person: "Person" },
}
