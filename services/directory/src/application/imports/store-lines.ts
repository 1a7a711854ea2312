import { Injectable } from '@nestjs/common';
import type { FieldError } from '@intervia/rules';
import { InvalidPublication } from '../../domain/errors.js';
import type { ImportLine, LineAnswer } from '../../domain/imports/import.js';
import { keyOf, newestOfEach, settledBy } from '../../domain/imports/import.js';
import { mergeLines } from '../../domain/imports/merge.js';
import { SourceVersions } from '../ports/imports.js';
import { PublishHandler } from '../publishing/publish.handler.js';

/**
 * Writes the records of some lines as one publication. What is wrong with one is taken out, and the others are tried again:
 * who named it is then refused too. Versions are written last: after a crash the same lines are written again.
 */
@Injectable()
export class StoreLines {
  constructor(
    private readonly publish: PublishHandler,
    private readonly versions: SourceVersions,
  ) {}

  async store(agencyId: string, lines: readonly ImportLine[]): Promise<LineAnswer[]> {
    const known = new Map(await this.versions.known(agencyId, [...new Set(lines.map(keyOf))]));
    const answers = new Map<number, LineAnswer>();
    let waiting = [...lines];
    while (waiting.length > 0) {
      waiting = waiting.filter((line) => {
        const status = settledBy(known.get(keyOf(line)), line.version);
        if (status) answers.set(line.line, { line: line.line, status, faults: [] });
        return !status;
      });
      const tried = newestOfEach(waiting);
      const refused = await this.write(agencyId, tried);
      const stored = tried.filter(({ line }) => !refused.has(line));
      for (const line of stored) {
        known.set(keyOf(line), line.version);
        answers.set(line.line, { line: line.line, status: 'stored', faults: [] });
      }
      for (const [line, faults] of refused) answers.set(line, { line, status: 'refused', faults });
      await this.versions.raise(agencyId, new Map(stored.map((line) => [keyOf(line), line.version])));
      waiting = waiting.filter(({ line }) => !answers.has(line));
    }
    return lines.flatMap(({ line }) => answers.get(line) ?? []);
  }

  /** @returns what was wrong, by line */
  private async write(
    agencyId: string,
    lines: readonly ImportLine[],
  ): Promise<ReadonlyMap<number, readonly FieldError[]>> {
    const refused = new Map<number, readonly FieldError[]>();
    let left = lines;
    while (left.length > 0) {
      const { publication, faultsByLine } = mergeLines(agencyId, left);
      try {
        await this.publish.execute(publication);
        return refused;
      } catch (error) {
        if (!(error instanceof InvalidPublication)) throw error;
        const faults = faultsByLine(error.fields ?? []);
        const named = left.filter(({ line }) => faults.has(line));
        // A fault that names no line (a mail that somebody took this moment): alone, each line answers for itself.
        if (named.length === 0) return this.writeEach(agencyId, left, refused, error.fields ?? []);
        for (const { line } of named) refused.set(line, faults.get(line) ?? []);
        left = left.filter(({ line }) => !refused.has(line));
      }
    }
    return refused;
  }

  private async writeEach(
    agencyId: string,
    lines: readonly ImportLine[],
    before: ReadonlyMap<number, readonly FieldError[]>,
    faults: readonly FieldError[],
  ): Promise<ReadonlyMap<number, readonly FieldError[]>> {
    const [only] = lines;
    if (only && lines.length === 1) return new Map([...before, [only.line, faults]]);
    const refused = new Map(before);
    for (const line of lines)
      for (const [number, its] of await this.write(agencyId, [line])) refused.set(number, its);
    return refused;
  }
}
