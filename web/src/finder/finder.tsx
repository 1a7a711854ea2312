import '@mantine/spotlight/styles.css';
import { createSpotlight, Spotlight, useSpotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { useMineByDefault } from '../api/mine-by-default.js';
import { useSignedIn } from '../api/session.js';
import { FINDER } from '../fr/finder.js';
import classes from './finder.module.css';
import { pagesNamed, pagesOf } from './pages.js';
import { useFound } from './use-found.js';
import type { FoundGroup } from './use-found.js';

const GROUPS: readonly FoundGroup[] = ['tickets', 'buildings', 'people', 'contractors'];
const MOST_PAGES = 8;
const [store, opened] = createSpotlight();

/** Ctrl-K: tickets, people, buildings, contractors, pages and settings. Loaded when it is first asked for. */
export function Finder({ asked }: { asked: number }) {
  const [typed, setTyped] = useState('');
  const navigate = useNavigate();
  const { user } = useSignedIn();
  const { found, isFetching, error } = useFound(typed, useMineByDefault());
  const pages = pagesNamed(pagesOf(user), typed).slice(0, MOST_PAGES);
  const groups = GROUPS.map((group) => ({ group, items: found?.[group] ?? [] })).filter(
    ({ items }) => items.length > 0,
  );
  const isNoneSelected = useSpotlight(store).selected === -1;
  const first = groups[0]?.items[0]?.to ?? pages[0]?.to;
  useEffect(() => opened.open(), [asked]);
  const [isEntered, setIsEntered] = useState(false);
  // Enter takes the first, without a press on the arrow before; while it is still looked for, as soon as it is there.
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'Enter' && isNoneSelected && typed.trim() !== '') setIsEntered(true);
    else setIsEntered(false);
  };
  useEffect(() => {
    if (!isEntered || isFetching || !first) return;
    setIsEntered(false);
    opened.close();
    void navigate(first);
  }, [isEntered, isFetching, first, navigate]);
  const isEmpty = groups.length === 0 && pages.length === 0;
  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      query={typed}
      onQueryChange={setTyped}
      title={FINDER.search}
      classNames={{ header: classes.header }}
      scrollable
      maxHeight="60vh"
    >
      <Spotlight.Search
        aria-label={FINDER.search}
        onKeyDown={onKeyDown}
        placeholder={FINDER.hint}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList aria-label={FINDER.search}>
        {groups.map(({ group, items }) => (
          <Spotlight.ActionsGroup key={group} label={FINDER.groups[group]}>
            {items.map(({ id, label, description, to }) => (
              <Spotlight.Action
                key={id}
                label={label}
                description={description}
                onClick={() => void navigate(to)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {pages.length > 0 && (
          <Spotlight.ActionsGroup label={FINDER.groups.pages}>
            {pages.map(({ label, to }) => (
              <Spotlight.Action key={to} label={label} onClick={() => void navigate(to)} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {error && <Spotlight.Empty role="alert">{FINDER.failed}</Spotlight.Empty>}
        {isEmpty && !error && (
          <Spotlight.Empty role="status">{isFetching ? FINDER.searching : FINDER.none}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
