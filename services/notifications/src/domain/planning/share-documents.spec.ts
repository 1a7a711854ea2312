import { describe, expect, it } from '@jest/globals';
import { shareDocuments } from './share-documents.js';

const aDocument = (name: string, size: number) => ({
  id: name,
  name,
  size,
  mediaType: 'application/pdf',
  sha256: '',
});

describe('shareDocuments', () => {
  it('attaches as many as fit, and does not give up at one that is too large', () => {
    const documents = [aDocument('a', 40), aDocument('b', 70), aDocument('c', 60)];
    const { attached, leftOut } = shareDocuments(documents, 100);
    expect(attached.map(({ name }) => name)).toEqual(['a', 'c']);
    expect(leftOut.map(({ name }) => name)).toEqual(['b']);
  });
});
