import { Menu } from '@mantine/core';
import { IconBell, IconInbox } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useReviews } from '../api/delivery.js';
import { useMaySortReviews } from '../delivery/use-may-sort-reviews.js';
import { PREFERENCES, REVIEWS } from '../fr.js';

/** What belongs to no module. */
export function UserLinks() {
  return (
    <>
      {useMaySortReviews() && <ReviewsLink />}
      <Menu.Item component={Link} to="/preferences" leftSection={<IconBell size={16} aria-hidden />}>
        {PREFERENCES.title}
      </Menu.Item>
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
