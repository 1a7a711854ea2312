import { parseArgs } from 'node:util';
import { startJestimoDouble } from './jestimo-double.js';

/** node main.js --port 3444 --data DIR */
const { values } = parseArgs({
  options: { port: { type: 'string', default: '3444' }, data: { type: 'string' } },
});
if (!values.data) throw new Error('Usage: main.js [--port N] --data DIR');
const double = await startJestimoDouble({ port: Number(values.port), dataDir: values.data });
console.log(`Jestimo double on ${double.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void double.stop());
