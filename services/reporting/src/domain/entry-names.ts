const FORBIDDEN = /[\u0000-\u001F\u007F<>:"/\\|?*]/gu;
/** Invisible marks that turn the reading direction: "facture‮fdp.exe". */
const DIRECTION = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu;
const MAX_LENGTH = 120;

/** A file name that every system can unpack, its extension kept. */
export function safeName(name: string): string {
  const bare = name
    .normalize('NFC')
    .replace(DIRECTION, '')
    .replace(FORBIDDEN, '_')
    .replace(/^[.\s]+|[.\s]+$/gu, '')
    .replace(RESERVED, '_$&');
  const { stem, extension } = split(bare === '' ? 'document' : bare);
  return `${[...stem].slice(0, MAX_LENGTH - extension.length).join('')}${extension}`;
}

/** Names of an archive, none twice, not even for systems that ignore case: "photo.jpg", "photo (2).jpg". */
export class EntryNames {
  private readonly taken = new Set<string>();

  claim(folder: string, name: string): string {
    const { stem, extension } = split(safeName(name));
    for (let count = 1; ; count += 1) {
      const candidate = `${folder}/${count === 1 ? stem : `${stem} (${count})`}${extension}`;
      const key = candidate.toLowerCase();
      if (this.taken.has(key)) continue;
      this.taken.add(key);
      return candidate;
    }
  }
}

function split(name: string): { stem: string; extension: string } {
  const match = /^(.+)(\.[A-Za-z0-9]{1,10})$/u.exec(name);
  return match ? { stem: match[1] ?? name, extension: match[2] ?? '' } : { stem: name, extension: '' };
}
