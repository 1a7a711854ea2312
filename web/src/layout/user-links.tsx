import { Menu } from '@mantine/core';
import {
  IconBell,
  IconFileShredder,
  IconHomeStats,
  IconInbox,
  IconShieldLock,
  IconTrash,
  IconUserCheck,
  IconUserShield,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { useReviews } from '../api/delivery.js';
import { useSignedIn } from '../api/session.js';
import { useMaySortReviews } from './use-may-sort-reviews.js';
import { ACCOUNT, COMMON, DELETIONS, PREFERENCES, PRIVACY, REVIEWS, SECURITY } from '../fr.js';
import { MODULE_PATHS } from '../lib/modules.js';

/** What is not of one ticket. */
export function UserLinks() {
  return (
    <>
      {useMaySortReviews() && <ReviewsLink />}
      <Menu.Item component={Link} to="/preferences" leftSection={<IconBell size={16} aria-hidden />}>
        {PREFERENCES.title}
      </Menu.Item>
      <Menu.Item component={Link} to="/account" leftSection={<IconUserShield size={16} aria-hidden />}>
        {ACCOUNT.menu}
      </Menu.Item>
      <JestimoLink />
      <AdministratorLinks />
      <DeletionsLink />
      <Menu.Divider />
    </>
  );
}

/** Asked each time the menu is opened: nothing tells of new ones. */
function ReviewsLink() {
  const { data: reviews } = useReviews('OPEN');
  return (
    <Menu.Item component={Link} to="/reviews" leftSection={<IconInbox size={16} aria-hidden />}>
      {REVIEWS.menu(reviews?.length)}
    </Menu.Item>
  );
}

/** Estimates are of rental management. */
function JestimoLink() {
  if (!useSignedIn().user.rights.gerance.view) return null;
  return (
    <Menu.Item component={Link} to="/jestimo" leftSection={<IconHomeStats size={16} aria-hidden />}>
      {COMMON.jestimo}
    </Menu.Item>
  );
}

/** The administrators'. */
function AdministratorLinks() {
  if (useSignedIn().user.role !== 'ADMINISTRATOR') return null;
  return (
    <>
      <Menu.Item component={Link} to="/security" leftSection={<IconShieldLock size={16} aria-hidden />}>
        {SECURITY.menu}
      </Menu.Item>
      <Menu.Item component={Link} to="/security/access" leftSection={<IconUserCheck size={16} aria-hidden />}>
        {SECURITY.access}
      </Menu.Item>
      <Menu.Item component={Link} to="/privacy" leftSection={<IconFileShredder size={16} aria-hidden />}>
        {PRIVACY.title}
      </Menu.Item>
    </>
  );
}

/** Of the first module in which the user may delete. */
function DeletionsLink() {
  const { user } = useSignedIn();
  const path = MODULE_PATHS.find((module) => user.rights[module].delete);
  if (!path) return null;
  return (
    <Menu.Item
      component={Link}
      to={`/tickets/${path}/settings/deletions`}
      leftSection={<IconTrash size={16} aria-hidden />}
    >
      {DELETIONS.menu}
    </Menu.Item>
  );
}
