import { Injectable } from '@nestjs/common';
import type { Channel } from '../../domain/reach.js';
import type { TemplateCode } from '../../domain/template-codes.js';
import { TEMPLATE_CODES } from '../../domain/template-codes.js';
import type { TemplateVariable } from '../ports/templates/template-texts.js';
import { TemplateTexts } from '../ports/templates/template-texts.js';
import type { Wording, WordingVersion } from '../ports/templates/wordings.js';
import { Wordings } from '../ports/templates/wordings.js';
import { InvalidTemplate, TemplateNotFound } from './template-errors.js';

export interface TemplateKey {
  readonly agencyId: string;
  readonly code: string;
  readonly channel: Channel;
}

/** One text of an agency as its list shows it. */
export interface TemplateRow {
  readonly template: TemplateCode;
  readonly channel: Channel;
  readonly title: string;
  readonly changed: boolean;
  readonly version: number;
  readonly savedAt?: Date;
  readonly savedBy?: string;
}

export interface TemplateState extends TemplateRow {
  readonly text: Wording;
  readonly shipped: Wording;
  readonly variables: readonly TemplateVariable[];
}

const BY_CODE: ReadonlyMap<string, TemplateCode> = new Map(TEMPLATE_CODES.map((code) => [code, code]));

/** The shipped texts with what the agency wrote over them. */
@Injectable()
export class TemplateBook {
  constructor(
    private readonly texts: TemplateTexts,
    private readonly wordings: Wordings,
  ) {}

  async rows(agencyId: string): Promise<readonly TemplateRow[]> {
    const changed = await this.wordings.all(agencyId);
    const known = new Map(changed.map((version) => [`${version.template}|${version.channel}`, version]));
    return TEMPLATE_CODES.flatMap((template) =>
      (['mail', 'sms'] as const)
        .filter((channel) => this.texts.shipped(template, channel) !== undefined)
        .map((channel) => this.toRow(template, channel, known.get(`${template}|${channel}`))),
    );
  }

  async get(key: TemplateKey): Promise<TemplateState> {
    const { template, shipped } = this.find(key);
    const { agencyId, channel } = key;
    const current = await this.wordings.current({ agencyId, template, channel });
    return {
      ...this.toRow(template, channel, current),
      text: current?.wording ?? shipped,
      shipped,
      variables: this.texts.variables(template, channel),
    };
  }

  find({ code, channel }: TemplateKey): { template: TemplateCode; shipped: Wording } {
    const template = BY_CODE.get(code);
    const shipped = template && this.texts.shipped(template, channel);
    if (!template || !shipped) throw new TemplateNotFound(code);
    return { template, shipped };
  }

  /** A text that may be sent: cleaned, and refused if anything in it is not understood. */
  checked(template: TemplateCode, channel: Channel, typed: Wording): Wording {
    const text = this.texts.clean(channel, typed);
    const faults = this.texts.faults(template, channel, text);
    if (faults.length > 0) throw new InvalidTemplate(faults);
    return text;
  }

  private toRow(template: TemplateCode, channel: Channel, current: WordingVersion | undefined): TemplateRow {
    return {
      template,
      channel,
      title: this.texts.title(template),
      changed: current?.wording !== undefined,
      version: current?.version ?? 0,
      savedAt: current?.savedAt,
      savedBy: current?.savedBy,
    };
  }
}
