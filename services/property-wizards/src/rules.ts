// For whoever shows that each rule is met: the demo agency.
export { RULES } from './domain/rules/rows.js';
export type { Rule } from './domain/rules/rule.js';
