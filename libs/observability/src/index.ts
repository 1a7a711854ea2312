export { DiskSpace } from './disk-space.js';
export type { DiskSpaceOptions } from './disk-space.js';
export { HealthRegistry } from './health-registry.js';
export type { HealthCheck, HealthReport } from './health-registry.js';
export { createLogger } from './logger.js';
export { Metrics } from './metrics.js';
export { ObservabilityModule } from './observability.module.js';
export type { ObservabilityOptions } from './observability.module.js';
export { withClientSpan, withServerSpan } from './tracing.js';
