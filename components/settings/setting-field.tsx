import { CheckboxLabel } from "@/components/ui/checkbox"
import { InputField } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { SelectField } from "@/components/ui/select"
import { TextareaField } from "@/components/ui/textarea"

interface Choice {
  value: string
  label: string
}

interface Named {
  name: string
  label: string
  hint?: string
}

/** One field of a form of settings, described on the server. */
export type SettingField = Named &
  (
    | { kind: "text"; value: string; required?: true }
    | { kind: "number"; value: number; least: number; most: number }
    /** Never carries what is stored; the placeholder says whether something is. */
    | { kind: "secret"; placeholder: string }
    /** One entry a line. */
    | { kind: "lines"; value: readonly string[] }
    | { kind: "choice"; value: string; options: Choice[] }
    | { kind: "tick"; value: boolean }
    | { kind: "ticks"; value: string[]; options: Choice[] }
  )

export function SettingInput({
  field,
  typed,
  error,
}: {
  field: SettingField
  /** What was sent and refused, by field. */
  typed?: Record<string, string>
  error?: string
}) {
  const { name, label, hint } = field
  const before = typed?.[name]
  const words = { name, label, hint, error }
  switch (field.kind) {
    case "text":
      return (
        <InputField {...words} required={field.required} defaultValue={before ?? field.value} />
      )
    case "number":
      return (
        <InputField
          {...words}
          type="number"
          required
          min={field.least}
          max={field.most}
          defaultValue={before ?? field.value}
        />
      )
    case "secret":
      return (
        <InputField
          {...words}
          type="password"
          autoComplete="new-password"
          placeholder={field.placeholder}
        />
      )
    case "lines":
      return (
        <TextareaField
          {...words}
          rows={2}
          maxLength={10_000}
          defaultValue={before ?? field.value.join("\n")}
        />
      )
    case "choice": {
      const value = before ?? field.value
      return (
        <SelectField {...words} key={value} defaultValue={value}>
          <Options of={field.options} />
        </SelectField>
      )
    }
    case "tick":
      return (
        <CheckboxLabel name={name} defaultChecked={typed ? before === "on" : field.value}>
          {label}
        </CheckboxLabel>
      )
    default: {
      const ticked = typed ? (before ?? "").split(",") : field.value
      return <Ticks field={field} ticked={ticked} />
    }
  }
}

function Ticks({
  field,
  ticked,
}: {
  field: Extract<SettingField, { kind: "ticks" }>
  ticked: string[]
}) {
  return (
    <fieldset>
      <legend className="mb-2 text-control text-ink-2">{field.label}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {field.options.map(({ value, label }) => (
          <CheckboxLabel
            key={value}
            name={`${field.name}[]`}
            value={value}
            defaultChecked={ticked.includes(value)}
          >
            {label}
          </CheckboxLabel>
        ))}
      </div>
    </fieldset>
  )
}
