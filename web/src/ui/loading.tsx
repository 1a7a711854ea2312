import { Center, Loader } from '@mantine/core';
import { COMMON } from '../fr.js';

export function Loading() {
  return (
    <Center py={80} role="status" aria-label={COMMON.loading}>
      <Loader type="dots" />
    </Center>
  );
}
