import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { CLIENT, COMMON } from '../fr.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import classes from './client.module.css';

interface Props<P, T extends { ticketId: string }> {
  title: string;
  query: UseInfiniteQueryResult<InfiniteData<P>>;
  itemsOf: (page: P) => T[];
  words: {
    empty: string;
    emptyHint: string;
    more: string;
    loaded: (count: number, more: boolean) => string;
  };
  children: (item: T) => ReactNode;
}

/** A list of cards, read page by page. */
export function PagedList<P, T extends { ticketId: string }>({
  title,
  query: { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage },
  itemsOf,
  words,
  children,
}: Props<P, T>) {
  useDocumentTitle(`${title} · ${COMMON.product}`);
  const items = data?.pages.flatMap(itemsOf);
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {title}
        </Title>
        <Button component={Link} to="/client/requests/new">
          {CLIENT.newRequest}
        </Button>
      </Group>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!error && !items && <Loading />}
      {items?.length === 0 && (
        <div className={classes.empty}>
          <Text fw={600}>{words.empty}</Text>
          <Text size="sm">{words.emptyHint}</Text>
        </div>
      )}
      {items && items.length > 0 && (
        <>
          <ul className={classes.list}>
            {items.map((item) => (
              <li key={item.ticketId}>{children(item)}</li>
            ))}
          </ul>
          <div className={classes.more}>
            <span role="status">{words.loaded(items.length, hasNextPage)}</span>
            {hasNextPage && (
              <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {words.more}
              </Button>
            )}
          </div>
        </>
      )}
    </Stack>
  );
}
