import { stringify } from 'yaml';

/** A Kubernetes object, before it is written. */
export interface Manifest {
  readonly apiVersion?: string;
  readonly kind?: string;
}

/** Of the private use area: no text of ours has them. */
const OPEN = '\ue000';
const CLOSE = '\ue001';

/**
 * A place that Helm fills in from the values, typed as what will stand there.
 * @example replicas: value<number>('services', 'tickets', 'min')
 */
export const value = <T = string>(...path: readonly string[]): T =>
  `${OPEN}${path.map((part) => JSON.stringify(part)).join(' ')}${CLOSE}` as T;

/** The number of this release: what cannot be changed in place is made anew under another name. */
export const REVISION = '\ue002';

/** Several values and words of ours in one text. */
export const text = (...parts: readonly string[]): string => parts.join('');

/** Written only if the value is true. */
export interface When {
  readonly when: readonly string[];
  readonly objects: readonly Manifest[];
}

const action = (path: string): string => `{{ index .Values ${path} }}`;

/** Helm reads the template as text: what it fills in must be YAML again, so texts are quoted. */
function write(manifest: Manifest): string {
  return stringify(manifest, { lineWidth: 0, aliasDuplicateObjects: false, version: '1.1' })
    .replace(
      /^(\s*(?:- )?(?:[\w.$/-]+: )?)\ue000([^\ue001]*)\ue001$/gm,
      (_, before: string, path: string) => `${before}{{ index .Values ${path} | toJson }}`,
    )
    .replace(/\ue000([^\ue001]*)\ue001/g, (_, path: string) => action(path))
    .replaceAll(REVISION, '{{ .Release.Revision }}');
}

/** One file of `templates/`. */
export function templateOf(parts: readonly (Manifest | When)[]): string {
  const written = parts.map((part) => {
    if (!('when' in part)) return write(part);
    const path = part.when.map((name) => JSON.stringify(name)).join(' ');
    return `{{- if index .Values ${path} }}\n${part.objects.map(write).join('---\n')}{{- end }}\n`;
  });
  return `# Written by « npm run chart »: do not edit.\n${written.join('---\n')}`;
}
