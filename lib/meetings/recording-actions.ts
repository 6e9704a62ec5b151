"use server"

import { action } from "@/lib/action"
import { namedMeeting } from "./inputs"
import { newRecording, recordingStart } from "./inputs-record"
import { keepRecording, removeRecording, setRecordingStart } from "./keeping-recording"
import { seenMeeting } from "./meeting"
import { canRecord } from "./policy"
import { momentOf } from "./reading-input"

export const keepRecordingAction = action({
  name: "meetings.keep_recording",
  input: newRecording,
  load: seenMeeting,
  can: canRecord,
  run: (ctx, meeting, { file }) => keepRecording(ctx, meeting, file),
})

export const removeRecordingAction = action({
  name: "meetings.remove_recording",
  input: namedMeeting,
  load: seenMeeting,
  can: canRecord,
  run: removeRecording,
})

export const setRecordingStartAction = action({
  name: "meetings.recording_start",
  input: recordingStart,
  load: seenMeeting,
  can: canRecord,
  run: async (ctx, meeting, { start }) => setRecordingStart(ctx, meeting, await momentOf(start)),
})
