/** Data for a script of our own pages: nothing on the way keeps it, and it is taken for nothing else. */
export const jsonAnswer = (value: unknown, status = 200): Response =>
  Response.json(value, {
    status,
    headers: { "cache-control": "private, no-store", "x-content-type-options": "nosniff" },
  })
