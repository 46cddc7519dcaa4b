/**
 * A text with its `{placeholders}` filled in; one without a value stays.
 * @example fillTemplate('{shown} of {all}', { shown: 3, all: 62 }) // '3 of 62'
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}
