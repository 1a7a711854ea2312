import { Button } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useEffect, useEffectEvent } from 'react';
import { LIST } from '../fr.js';
import classes from './ticket-list.module.css';

interface Props {
  count: number;
  hasMore: boolean;
  isLoading: boolean;
  onMore: () => void;
}

/** Loads the next page as it comes near; the button serves the keyboard. */
export function LoadMore({ count, hasMore, isLoading, onMore }: Props) {
  const { ref, entry } = useIntersection({ rootMargin: '400px' });
  const isNear = entry?.isIntersecting ?? false;
  const more = useEffectEvent(onMore);
  useEffect(() => {
    if (isNear && hasMore && !isLoading) more();
  }, [isNear, hasMore, isLoading]);
  return (
    <div ref={ref} className={classes.more}>
      <span>{LIST.count(count, hasMore)}</span>
      {hasMore && (
        <Button variant="default" size="xs" loading={isLoading} onClick={onMore}>
          {LIST.more}
        </Button>
      )}
    </div>
  );
}
