import { Alert } from '@mantine/core';
import { CLIENT } from '../fr.js';
import { useClient } from './api/client-api.js';

/** Whom the agency has one call at night: before the form, and on what is followed. */
export function Emergency() {
  const { emergency } = useClient();
  if (emergency.length === 0) return null;
  return (
    <Alert color="red" title={CLIENT.emergency} role="note">
      {emergency.map(({ text, dial }) => (
        <p key={text}>{dial ? <a href={`tel:${dial}`}>{text}</a> : text}</p>
      ))}
    </Alert>
  );
}
