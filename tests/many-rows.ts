import type { StaffRow } from "@/lib/people/staff-file"

/** A company of any size, in the words of a staff file. */
export const manyRows = (count: number): StaffRow[] =>
  Array.from({ length: count }, (_, i) => ({
    row: i + 2,
    cells: {
      staffNo: `B${i}`,
      name: "赵子墨",
      email: `b${i}@qibu.example`,
      department: `分公司${i % 40}/第${i % 7}组`,
      manager: i < 100 ? "" : `B${i % 100}`,
      level: "可编辑",
    },
  }))
