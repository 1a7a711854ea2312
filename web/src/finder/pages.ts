import type { Session } from '../api/types.js';
import { ACCOUNT, COMMON, DELETIONS, MODULES, PREFERENCES, PRIVACY, SECURITY, SETTINGS_TABS } from '../fr.js';
import { FINDER } from '../fr/finder.js';
import { MODULE_PATHS } from '../lib/modules.js';
import type { ModulePath } from '../lib/modules.js';

export interface Page {
  label: string;
  to: string;
}

type User = Session['user'];

/** The pages and settings that this user may open. */
export function pagesOf(user: User): Page[] {
  const isAdministrator = user.role === 'ADMINISTRATOR';
  const page = (label: string, to: string, isOpen = true): Page[] => (isOpen ? [{ label, to }] : []);
  return [
    ...MODULE_PATHS.filter((path) => user.rights[path].view).flatMap((path) => pagesOfModule(user, path)),
    ...page(COMMON.property, '/property', user.rights.gerance.view),
    ...page(COMMON.caf, '/caf', user.rights.gerance.view),
    ...page(COMMON.jestimo, '/jestimo', user.rights.gerance.view),
    ...page(PREFERENCES.title, '/preferences'),
    ...page(ACCOUNT.menu, '/account'),
    ...page(SECURITY.menu, '/security', isAdministrator),
    ...page(SECURITY.access, '/security/access', isAdministrator),
    ...page(PRIVACY.title, '/privacy', isAdministrator),
  ];
}

const PARTS = ['module', 'mail-templates', 'sms-templates', 'channels'] as const;

function pagesOfModule({ role, rights }: User, path: ModulePath): Page[] {
  const name = MODULES[path];
  const at = `/tickets/${path}`;
  const settings = PARTS.map((part) => ({
    label: FINDER.settings(name, SETTINGS_TABS.names[part]),
    to: part === 'module' ? `${at}/settings` : `${at}/settings/${part}`,
  }));
  return [
    { label: FINDER.list(name), to: at },
    ...(rights[path].create ? [{ label: FINDER.create(name), to: `${at}/new` }] : []),
    { label: FINDER.statistics(name), to: `${at}/figures` },
    { label: FINDER.reports(name), to: `${at}/reports` },
    ...(role === 'ADMINISTRATOR' ? settings : []),
    ...(rights[path].delete ? [{ label: DELETIONS.title(name), to: `${at}/settings/deletions` }] : []),
  ];
}

/** Those of which each word typed begins a word, accents or not; without any word, all of them. */
export function pagesNamed(pages: readonly Page[], typed: string): Page[] {
  const words = folded(typed);
  return pages.filter(({ label }) => {
    const named = folded(label);
    return words.every((word) => named.some((one) => one.startsWith(word)));
  });
}

const folded = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);
