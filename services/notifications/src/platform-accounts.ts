import { PLATFORM } from './application/ports/accounts/accounts.js';
import type { PlatformAccounts } from './application/accounts/stored-accounts.js';
import type { NotificationsEnv } from './notifications.env.js';
import { parseConnectionUrl } from 'nodemailer/lib/shared';

/** The accounts of whoever has none of its own. */
export function platformAccounts(env: NotificationsEnv): PlatformAccounts {
  const { auth, host = 'localhost', port, secure = false } = parseConnectionUrl(env.SMTP_URL);
  const key = env.DKIM_PRIVATE_KEY?.replaceAll('\\n', '\n');
  return {
    mail: {
      host,
      port: Number(port ?? (secure ? 465 : 587)),
      secure,
      user: auth?.user,
      password: auth?.pass,
      from: env.SMTP_FROM,
      ownReturnPath: true,
      isAgencys: false,
      dkim:
        (key &&
          env.DKIM_SELECTOR && {
            domain: env.SMTP_FROM.slice(env.SMTP_FROM.lastIndexOf('@') + 1),
            selector: env.DKIM_SELECTOR,
            privateKey: key,
          }) ||
        undefined,
    },
    sms: {
      id: PLATFORM,
      appKey: env.OVH_APP_KEY,
      appSecret: env.OVH_APP_SECRET,
      consumerKey: env.OVH_CONSUMER_KEY,
      service: env.OVH_SMS_SERVICE,
      creditsThreshold: env.SMS_CREDITS_THRESHOLD,
    },
  };
}
