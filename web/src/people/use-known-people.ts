import { useDebouncedValue } from '@mantine/hooks';
import { useUnits } from '../api/directory.js';
import { knownPeople } from './known-people.js';
import type { KnownPerson } from './known-people.js';

const TYPING_PAUSE_MS = 250;
const FEWEST_LETTERS = 3;

/** Co-owners and tenants, wherever they live, while their name is typed. */
export function useKnownPeople(typed: string): KnownPerson[] {
  const [search] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const isEnough = search.length >= FEWEST_LETTERS;
  const { data = [] } = useUnits(search, isEnough);
  return isEnough ? knownPeople(data, search) : [];
}
