import { NavLink } from 'react-router';
import { useSignedIn } from '../api/session.js';
import { SETTINGS_TABS } from '../fr.js';
import { useModule } from '../layout/use-module.js';
import classes from './settings-tabs.module.css';

const TABS = ['module', 'mail-templates', 'sms-templates', 'channels', 'deletions'] as const;

/** Manual, "Paramétrer le module": its parts, each a page; nothing for whom only one is open. */
export function SettingsTabs() {
  const { path, rights } = useModule();
  const { user } = useSignedIn();
  if (user.role !== 'ADMINISTRATOR') return null;
  return (
    <nav aria-label={SETTINGS_TABS.label} className={classes.tabs}>
      {TABS.filter((tab) => tab !== 'deletions' || rights.delete).map((tab) => (
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
