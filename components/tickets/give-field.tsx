"use client"

import { PeoplePicker, type PickerWords } from "@/components/ui/people-picker"
import { findPeople } from "@/lib/people/reading"

/** A colleague by name, pinyin or staff number. */
export const GiveField = ({ label, words }: { label: string; words: PickerWords }) => (
  <PeoplePicker name="to" label={label} search={findPeople} words={words} required />
)
