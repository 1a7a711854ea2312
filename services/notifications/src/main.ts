import 'reflect-metadata';
import { loadConfig } from '@intervia/config';
import { bootNotifications } from './boot.js';
import { NotificationsEnv } from './notifications.env.js';

await bootNotifications(loadConfig(NotificationsEnv));
