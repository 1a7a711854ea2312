import { Injectable } from '@nestjs/common';
import type { Example } from '../../application/ports/templates/examples.js';
import { Examples } from '../../application/ports/templates/examples.js';
import { planMessages } from '../../domain/planning/plan-messages.js';
import type { TemplateCode } from '../../domain/template-codes.js';
import { EXAMPLE_FACTS } from './fr/example-facts.js';

/** Which example calls for which template is read from the plan's own table. */
@Injectable()
export class FrenchExamples extends Examples {
  private readonly examples = new Map<TemplateCode, Example>(
    EXAMPLE_FACTS.flatMap((fact) =>
      planMessages(fact).map((planned): [TemplateCode, Example] => [planned.template, { fact, planned }]),
    ),
  );

  of(template: TemplateCode): Example {
    const example = this.examples.get(template);
    if (!example) throw new Error(`no fact calls for ${template}`);
    return example;
  }
}
