import { Checkbox, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { SearchField, TicketType } from '../../api/types.js';
import { LIST, SEARCH_FIELDS, SHOWN, TYPES } from '../../fr.js';
import { SEARCH_FIELDS_OF, SHOWS, TICKET_TYPES } from '../../lib/lists/filters.js';
import type { TicketFilters } from '../../lib/lists/filters.js';
import { moduleOf } from '../../lib/modules.js';
import type { ModulePath } from '../../lib/modules.js';
import { DisplayMenu } from './display-menu.js';
import classes from '../ticket-list.module.css';

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
      <div className={classes.searchBox}>
        <NativeSelect
          aria-label={LIST.searchIn}
          data={[
            { value: '', label: LIST.anywhere },
            ...SEARCH_FIELDS_OF[moduleOf(path)].map((value) => ({ value, label: SEARCH_FIELDS[value] })),
          ]}
          value={filters.searchIn}
          onChange={(e) => onChange({ ...filters, searchIn: e.currentTarget.value as SearchField | '' })}
        />
        <SearchBox path={path} filters={filters} onChange={onChange} searchRef={searchRef} />
      </div>
      <NativeSelect
        aria-label={LIST.columns.type}
        className={classes.types}
        data={[
          { value: '', label: LIST.allTypes },
          ...TICKET_TYPES.map((value) => ({
            value,
            label: LIST.type(TYPES[value].short, TYPES[value].long),
          })),
        ]}
        value={filters.types}
        onChange={(e) => onChange({ ...filters, types: e.currentTarget.value as TicketType | '' })}
      />
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
      <DisplayMenu filters={filters} onChange={onChange} />
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
