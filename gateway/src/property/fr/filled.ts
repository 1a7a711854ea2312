type Sentences = Readonly<Record<string, string>>;

/** The sentence with its values; the plainer one when a value did not come along. */
export function filled(
  sentences: Sentences,
  plain: Sentences,
  code: string,
  values: Readonly<Record<string, string>>,
): string | undefined {
  const sentence = own(sentences, code);
  const names = [...(sentence ?? '').matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (sentence === undefined || names.some((name) => own(values, name) === undefined))
    return own(plain, code);
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => own(values, name) ?? '');
}

function own(table: Sentences, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
