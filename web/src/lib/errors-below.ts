/** Faults below a path, named as the fields there: "contacts.0.mails" is the "mails" of "contacts.0". */
export function errorsBelow<E>(errors: Readonly<Record<string, E>>, path: string): Record<string, E> {
  const prefix = `${path}.`;
  return Object.fromEntries(
    Object.entries(errors)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, error]) => [name.slice(prefix.length), error]),
  );
}
