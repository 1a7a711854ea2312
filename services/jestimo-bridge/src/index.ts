export { bootJestimo } from './boot.js';
export { JestimoEnv } from './jestimo.env.js';
