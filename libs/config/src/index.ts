export { CommonEnv } from './common-env.js';
export { ConfigError } from './config-error.js';
export { loadConfig } from './load-config.js';
