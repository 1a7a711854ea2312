import { Text } from '@mantine/core';
import { Navigate } from 'react-router';
import { useSignedIn } from '../api/session.js';
import { COMMON } from '../fr.js';
import { MODULE_PATHS } from '../lib/modules.js';

/** The first module that this user may see. */
export function Home() {
  const { user } = useSignedIn();
  const first = MODULE_PATHS.find((path) => user.rights[path].view);
  return first ? <Navigate to={`/tickets/${first}`} replace /> : <Text p="xl">{COMMON.noRight}</Text>;
}
