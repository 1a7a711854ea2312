import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { emitDocument } from './emit.js';
import { asOpenApi30, lscDocument } from './lsc-document.js';

/** `npm run openapi -- [FILE] [--server URL]` */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { server: { type: 'string', default: '/' } },
});
const [file = fileURLToPath(new URL('../../../dist/api/openapi.json', import.meta.url))] = positionals;
await mkdir(dirname(file), { recursive: true });
const whole = await emitDocument(values.server);
const lsc = lscDocument(whole);
const written = [
  [file, whole],
  [file.replace(/(\.json)?$/, '-lsc.json'), lsc],
  [file.replace(/(\.json)?$/, '-lsc-3.0.json'), asOpenApi30(lsc)],
] as const;
for (const [path, document] of written) {
  await writeFile(path, `${JSON.stringify(document, null, 2)}\n`);
  console.log(path);
}
