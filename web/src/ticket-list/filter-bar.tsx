import { Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { LIST, SHOWN } from '../fr.js';
import { SHOWS } from '../lib/filters.js';
import type { TicketFilters } from '../lib/filters.js';
import type { ModulePath } from '../lib/modules.js';
import classes from './ticket-list.module.css';

const TYPING_PAUSE_MS = 300;

interface Props {
  path: ModulePath;
  filters: TicketFilters;
  onChange: (filters: TicketFilters) => void;
  searchRef: RefObject<HTMLInputElement | null>;
}

export function FilterBar({ path, filters, onChange, searchRef }: Props) {
  return (
    <div role="search" className={classes.filters}>
      <SearchBox path={path} filters={filters} onChange={onChange} searchRef={searchRef} />
      <Checkbox
        label={LIST.mine}
        checked={filters.mine}
        onChange={(e) => onChange({ ...filters, mine: e.currentTarget.checked })}
      />
      <SegmentedControl
        aria-label={LIST.show}
        size="sm"
        value={filters.show}
        onChange={(show) => onChange({ ...filters, show })}
        data={SHOWS.map((value) => ({ value, label: SHOWN[value] }))}
      />
    </div>
  );
}

/** Types freely; the address, and so the list, follows after a short pause. */
function SearchBox({ path, filters, onChange, searchRef }: Props) {
  const [typed, setTyped] = useState(filters.search);
  const [known, setKnown] = useState(filters.search);
  // The address changed by itself: back, or a link.
  if (known !== filters.search) {
    setKnown(filters.search);
    setTyped(filters.search);
  }
  useEffect(() => {
    if (typed === filters.search) return;
    const timer = setTimeout(() => {
      setKnown(typed);
      onChange({ ...filters, search: typed });
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, filters, onChange]);
  return (
    <TextInput
      ref={searchRef}
      type="search"
      className={classes.search}
      aria-label={LIST.search}
      placeholder={LIST.searchHint[path]}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(e) => setTyped(e.currentTarget.value)}
    />
  );
}
