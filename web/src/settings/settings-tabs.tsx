import { NavLink } from 'react-router';
import { SETTINGS_TABS } from '../fr.js';
import type { ModulePath } from '../lib/modules.js';
import classes from './settings-tabs.module.css';

const TABS = ['module', 'mail-templates', 'sms-templates', 'channels'] as const;

/** Manual, "Paramétrer le module": its parts, each a page. */
export function SettingsTabs({ path }: { path: ModulePath }) {
  return (
    <nav aria-label={SETTINGS_TABS.label} className={classes.tabs}>
      {TABS.map((tab) => (
        <NavLink
          key={tab}
          to={tab === 'module' ? `/tickets/${path}/settings` : `/tickets/${path}/settings/${tab}`}
          end={tab === 'module'}
          replace
          className={classes.tab}
        >
          {SETTINGS_TABS.names[tab]}
        </NavLink>
      ))}
    </nav>
  );
}
