import type { DescMessage, MessageInitShape } from '@bufbuild/protobuf';
import { StepContentSchema } from '@intervia/contracts/property';
import { Injectable } from '@nestjs/common';
import type { FieldFault } from '../http/problem.js';
import { InvalidRequest } from '../http/problem.js';
import { readMessage } from '../http/read-message.js';
import type { SignedIn } from '../session/sessions.js';
import { Documents } from '../uploads/documents.js';

type Content = MessageInitShape<typeof StepContentSchema>;

/** Reads a step of a request; documents are looked up, so that nobody names another agency's or tells a wrong size. */
@Injectable()
export class StepContents {
  constructor(private readonly documents: Documents) {}

  /** @throws INVALID_REQUEST */
  async read(me: SignedIn, json: Record<string, unknown>): Promise<Content> {
    const { message, faults } = readMessage(StepContentSchema, json, 'content');
    const { form } = message;
    await this.lookUp(me, form?.value, `content.${form?.case}`, faults);
    return message;
  }

  /** A part of a step, as a command of its own takes it. @throws INVALID_REQUEST */
  async readPart<D extends DescMessage>(
    me: SignedIn,
    desc: D,
    json: Record<string, unknown>,
    path: string,
  ): Promise<MessageInitShape<D>> {
    const { message, faults } = readMessage(desc, json, path);
    await this.lookUp(me, message, path, faults);
    return message;
  }

  private async lookUp(
    me: SignedIn,
    node: unknown,
    at: string,
    faults: readonly FieldFault[],
  ): Promise<void> {
    const found: FieldFault[] = [...faults];
    for (const { holder, path } of documentLists(node, at)) {
      const ids = holder.documents.map(({ id }) => id);
      holder.documents = await this.documents.resolve(me, ids, path, found, { use: 'property' });
    }
    if (found.length > 0) throw new InvalidRequest(found);
  }
}

interface Holder {
  documents: { id: string }[];
}

/** Every list of documents in a content, wherever it stands. */
function documentLists(node: unknown, path: string): { holder: Holder; path: string }[] {
  if (Array.isArray(node)) return node.flatMap((item, index) => documentLists(item, `${path}.${index}`));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => {
    const at = `${path}.${name}`;
    if (name === DOCUMENTS && Array.isArray(value)) return [{ holder: node as Holder, path: at }];
    return documentLists(value, at);
  });
}

/** The one name that lists of `DocumentRef` have in the forms. */
const DOCUMENTS = 'documents';
