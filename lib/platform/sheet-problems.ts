/** Why a file as a whole can't be read, and where. */
export type FileProblem = {
  code:
    | "too_large"
    | "too_many_rows"
    | "old_excel"
    | "macros"
    | "unreadable"
    | "broken_quotes"
    | "mixed_encodings"
    | "broken_text"
    | "merged_cells"
    | "formula_without_value"
    | "empty"
  value: string
  row?: number
}

/** Whether a file begins with these bytes. */
export const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, nth) => bytes[nth] === byte)
