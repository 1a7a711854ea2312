import type { Wording, WordingKey, WordingVersion } from './wordings.js';
import { WordingConflict, Wordings } from './wordings.js';

export class FakeWordings extends Wordings {
  private readonly versions: (WordingVersion & { readonly agencyId: string })[] = [];

  async current(key: WordingKey): Promise<WordingVersion | undefined> {
    return this.of(key).at(-1);
  }

  async at(key: WordingKey, version: number): Promise<Wording | undefined> {
    return this.of(key).find((one) => one.version === version)?.wording;
  }

  async all(agencyId: string): Promise<readonly WordingVersion[]> {
    const newest = new Map(
      this.versions
        .filter((one) => one.agencyId === agencyId)
        .map((one) => [`${one.template}|${one.channel}`, one]),
    );
    return [...newest.values()];
  }

  async add(agencyId: string, version: WordingVersion): Promise<void> {
    const taken = this.of({ agencyId, ...version }).some((one) => one.version === version.version);
    if (taken) throw new WordingConflict();
    this.versions.push({ agencyId, ...version });
  }

  private of({ agencyId, template, channel }: WordingKey) {
    return this.versions.filter(
      (one) => one.agencyId === agencyId && one.template === template && one.channel === channel,
    );
  }
}
