import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconLogout } from '@tabler/icons-react';
import { Link, NavLink } from 'react-router';
import type { Session } from '../api/types.js';
import { useLiveState } from '../api/live/live.js';
import { useSignOut } from '../api/session.js';
import { COMMON, MODULES } from '../fr.js';
import { MODULE_PATHS } from '../lib/modules.js';
import classes from './layout.module.css';
import { FinderButton } from '../finder/finder-button.js';
import { UserLinks } from './user-links.js';

export function Header({ session: { user, agency, secondFactorMissing } }: { session: Session }) {
  const isOpen = !secondFactorMissing;
  return (
    <header className={classes.header}>
      <Link to="/" className={classes.brand} aria-label={COMMON.product}>
        <img src="/intervia.svg" alt="" width={26} height={26} />
        <span>{COMMON.product}</span>
      </Link>
      <nav aria-label={COMMON.navigation} className={classes.nav}>
        {MODULE_PATHS.filter((path) => isOpen && user.rights[path].view).map((path) => (
          <NavLink key={path} to={`/tickets/${path}`} className={classes.tab}>
            {MODULES[path]}
          </NavLink>
        ))}
        {isOpen && user.rights.gerance.view && (
          <NavLink to="/property" className={classes.tab}>
            {COMMON.property}
          </NavLink>
        )}
        {isOpen && user.rights.gerance.view && (
          <NavLink to="/caf" className={classes.tab}>
            {COMMON.caf}
          </NavLink>
        )}
      </nav>
      {isOpen && <LiveBadge />}
      {isOpen && <FinderButton />}
      <span className={classes.agency}>{agency.name}</span>
      <UserMenu name={user.name} isOpen={isOpen} />
    </header>
  );
}

function LiveBadge() {
  const state = useLiveState();
  return (
    <span role="status" className={classes.live} data-state={state}>
      {state === 'offline' && COMMON.offline}
      {state === 'open' && <span className={classes.liveText}>{COMMON.live}</span>}
    </span>
  );
}

function UserMenu({ name, isOpen }: { name: string; isOpen: boolean }) {
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.user}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {isOpen && <UserLinks />}
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut.mutate()}>
          {COMMON.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
