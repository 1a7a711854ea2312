/** The pure core, for programs that make or read files without a platform: benchmarks, converters of an integrator. */
export { FileBuilder } from './domain/file/file-builder.js';
export { detailOf, headerValues } from './domain/file/header.js';
export { personsOf } from './domain/selection/person.js';
export { caf12Row } from './domain/selection/caf12.js';
export { LineCutter } from './domain/statement/lines.js';
export { StatementReader } from './domain/statement/statement-reader.js';
export { openLayouts } from './adapters/layouts/json-layouts.js';
export { gather } from './application/files/gather.js';
