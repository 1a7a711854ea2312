type Values = Readonly<Record<string, unknown>>;

const PATH = String.raw`((?:"[^"]+"\s*)+)`;
const CONDITION = new RegExp(
  String.raw`\{\{- if index \.Values ${PATH}\}\}\n([\s\S]*?)\{\{- end \}\}\n`,
  'g',
);
const ACTION = new RegExp(String.raw`\{\{ index \.Values ${PATH}(\| toJson )?\}\}`, 'g');

const lookUp = (values: Values, path: string): unknown =>
  [...path.matchAll(/"([^"]+)"/g)].reduce<unknown>((at, [, name]) => {
    const next = (at as Values | undefined)?.[name!];
    if (next === undefined) throw new Error(`no value ${path}`);
    return next;
  }, values);

/**
 * Renders what our templates use of Helm's language (`if`, `index .Values`, `toJson`, the revision) and refuses the rest: there is no helm
 * binary where the tests run.
 */
export function render(template: string, values: Values): string {
  const filled = template
    .replace(CONDITION, (_, path: string, body: string) => (lookUp(values, path) ? body : ''))
    .replace(ACTION, (_, path: string, json?: string) => {
      const found = lookUp(values, path);
      return json ? JSON.stringify(found) : String(found);
    })
    .replaceAll('{{ .Release.Revision }}', '1');
  if (filled.includes('{{')) throw new Error('a template uses more of Helm than is rendered here');
  return filled;
}
