import type { DescEnum, DescMessage } from '@bufbuild/protobuf';

/** Forms of the wizards bear the names of directory's files. */
const PREFIXES: Readonly<Record<string, string>> = { 'intervia.property.v1': 'Property' };

/** What a message or an enum of the contracts is called in /docs; unique there (a test). */
export function schemaName(desc: DescMessage | DescEnum): string {
  return `${PREFIXES[desc.file.proto.package] ?? ''}${desc.name}`;
}

/** The same message as a request takes it: nothing in it has to be there. */
export function inputName(desc: DescMessage): string {
  return `${schemaName(desc)}Input`;
}
