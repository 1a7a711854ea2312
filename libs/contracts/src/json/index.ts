export { enumName, enumNames, enumValue } from './enums.js';
export { shownFields, toJson } from './json.js';
export type { JsonObject } from './json.js';
