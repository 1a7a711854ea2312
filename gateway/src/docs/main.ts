import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { emitDocument } from './emit.js';

/** `npm run openapi -- [FILE] [--server URL]` */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { server: { type: 'string', default: '/' } },
});
const [file = fileURLToPath(new URL('../../../dist/api/openapi.json', import.meta.url))] = positionals;
await mkdir(dirname(file), { recursive: true });
await writeFile(file, `${JSON.stringify(await emitDocument(values.server), null, 2)}\n`);
console.log(file);
