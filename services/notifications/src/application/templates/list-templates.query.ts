import { Injectable } from '@nestjs/common';
import type { Channel } from '../../domain/reach.js';
import { listOf } from '../../domain/template-codes.js';
import type { TemplateRow } from './template-book.js';
import { TemplateBook } from './template-book.js';

const FRENCH = new Intl.Collator('fr');

/** Manual, "la liste est affichée, triée par ordre alphabétique", in two parts, the contractors' first. */
const inOrder = (one: TemplateRow, other: TemplateRow): number =>
  FRENCH.compare(listOf(one.template), listOf(other.template)) || FRENCH.compare(one.title, other.title);

@Injectable()
export class ListTemplatesQuery {
  constructor(private readonly book: TemplateBook) {}

  async execute(agencyId: string, channel?: Channel): Promise<readonly TemplateRow[]> {
    const rows = await this.book.rows(agencyId);
    return rows.filter((row) => channel === undefined || row.channel === channel).sort(inOrder);
  }
}
