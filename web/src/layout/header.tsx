import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconChevronDown, IconLogout, IconSearch } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Link, NavLink } from 'react-router';
import type { Session } from '../api/types.js';
import { useLiveState } from '../api/live/live.js';
import { useSignOut } from '../api/session.js';
import { COMMON, MODULES } from '../fr.js';
import { MODULE_PATHS } from '../lib/modules.js';
import classes from './layout.module.css';
import { useFinder } from '../finder/use-finder.js';
import { FINDER } from '../fr/finder.js';
import { UserLinks } from './user-links.js';

const Finder = lazy(async () => ({ default: (await import('../finder/finder.js')).Finder }));

export function Header({ session: { user, agency, secondFactorMissing } }: { session: Session }) {
  const isOpen = !secondFactorMissing;
  const { asked, ask } = useFinder();
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
      {isOpen && (
        <ActionIcon
          variant="subtle"
          size="lg"
          visibleFrom="sm"
          className={classes.user}
          aria-label={FINDER.open}
          title={FINDER.open}
          aria-keyshortcuts="Control+K Meta+K"
          onClick={ask}
        >
          <IconSearch size={18} aria-hidden />
        </ActionIcon>
      )}
      {isOpen && asked > 0 && (
        <Suspense>
          <Finder asked={asked} />
        </Suspense>
      )}
      <span className={classes.agency}>{agency.name}</span>
      <UserMenu name={user.name} isOpen={isOpen} onFind={ask} />
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

interface UserMenuProps {
  name: string;
  isOpen: boolean;
  onFind: () => void;
}

function UserMenu({ name, isOpen, onFind }: UserMenuProps) {
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
        {/* Beside it there is no room on a phone. */}
        {isOpen && (
          <Menu.Item hiddenFrom="sm" leftSection={<IconSearch size={16} aria-hidden />} onClick={onFind}>
            {FINDER.search}
          </Menu.Item>
        )}
        {isOpen && <UserLinks />}
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut.mutate()}>
          {COMMON.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
