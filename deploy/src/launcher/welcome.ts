import type { LauncherOptions } from './options.js';
import type { RunningPlatform } from '@intervia/test';

/** What a newcomer reads when the platform is up. */
export function welcome(
  { gateway, mail, sms, queues }: RunningPlatform,
  { bare, dataDir }: LauncherOptions,
): string {
  const lines = [
    '',
    `Intervia runs.                 Ctrl-C stops it; its data stays in ${dataDir}`,
    '',
    `  Extranet                     ${gateway}`,
    `  Extranet of the clients      ${gateway}/client`,
    `  API                          ${gateway}/docs`,
    `  Mails that left              ${mail}`,
    `  SMS that left                ${sms}  (a certificate of this machine: the browser will ask)`,
    `  Queues, for operators        ${queues}  (password: operatorToken in ${dataDir}/secrets.json)`,
    '',
  ];
  const logins = [
    '  Demo agency, Cabinet des Tilleuls:   claire.moreau@tilleuls.example   demo-intervia',
    '  The same password:                   ines.benali@ (assistante), marc.fournier@ (comptable),',
    '                                       nathalie.roche@ (administratrice), julien.perrin@, sophie.lambert@',
    '  Its clients:                         coproprietaire@tilleuls.example, locataire@tilleuls.example',
    '  Second agency, Régie Bellecour:      paul.girard@bellecour.example    demo-intervia',
    '',
    '  « npm run demo » in another terminal lives one work order through it.',
    '',
  ];
  return [...lines, ...(bare ? [] : logins)].join('\n');
}
