import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { http } from '../../api/http/http.js';
import type { Values } from '../forms/field.js';
import { propertyKeys } from './keys.js';
import type { FirstCall } from './types.js';

/** What the first rent call would ask for; of the step as it is saved, a second after the last key. */
export function useFirstCall(step: Values) {
  return useQuery({
    queryKey: [...propertyKeys.all, 'first-call', step],
    queryFn: ({ signal }) => http.change<FirstCall>('POST', '/api/property/first-call', { step }, { signal }),
    placeholderData: keepPreviousData,
  });
}
