export { DIRECTORY_MIGRATIONS } from './adapters/mongo/migrations.js';
export { bootDirectory } from './boot.js';
export { DirectoryEnv } from './directory.env.js';
export { DirectoryModule } from './directory.module.js';
export { verifySecurityLogs } from './verify-security-log.js';
