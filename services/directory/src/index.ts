export { bootDirectory } from './boot.js';
export { DirectoryEnv } from './directory.env.js';
export { DirectoryModule } from './directory.module.js';
export { migrateDirectory } from './migrate-directory.js';
export { verifySecurityLogs } from './verify-security-log.js';
