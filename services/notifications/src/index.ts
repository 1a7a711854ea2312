export { bootNotifications } from './boot.js';
export { NotificationsEnv } from './notifications.env.js';
export { NotificationsModule } from './notifications.module.js';
