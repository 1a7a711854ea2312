import { Button } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useEffect, useEffectEvent, useState } from 'react';
import { LIST } from '../fr.js';
import classes from './ticket-list.module.css';

interface Props {
  count: number;
  hasMore: boolean;
  isLoading: boolean;
  onMore: () => void;
}

/**
 * The module's number of tickets is obeyed: the next ones come when somebody scrolls on to them, or asks for them by the
 * button, never by themselves because a screen is tall.
 */
export function LoadMore({ count, hasMore, isLoading, onMore }: Props) {
  const { ref, entry } = useIntersection({ rootMargin: '400px' });
  const isNear = useScrolledSince(count) && (entry?.isIntersecting ?? false);
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

/** Whether somebody scrolled since there were that many. */
function useScrolledSince(count: number): boolean {
  const [scrolledAt, setScrolledAt] = useState(-1);
  useEffect(() => {
    const scrolled = (): void => setScrolledAt(count);
    window.addEventListener('scroll', scrolled, { passive: true });
    return () => window.removeEventListener('scroll', scrolled);
  }, [count]);
  return scrolledAt === count;
}
