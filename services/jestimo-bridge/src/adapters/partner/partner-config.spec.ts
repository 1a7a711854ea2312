import { OutsideHosts, OutsideHttp } from '@intervia/outside';
import { describe, expect, it } from '@jest/globals';
import { HttpPartner } from './http-partner.js';
import { checked, OWN_CONFIG, PartnerConfigInvalid } from './partner-config.js';

describe('the configuration of the partner', () => {
  it('completes what is not named', () => {
    expect(checked({ paths: { feed: '/alimentation' } }).paths).toEqual({
      ...OWN_CONFIG.paths,
      feed: '/alimentation',
    });
  });

  it.each([
    [[], 'an object is expected'],
    [{ path: {} }, 'path is not known'],
    [{ paths: { feed: 'alimentation' } }, 'paths.feed is wrong'],
    [{ recordFields: { rent: '__proto__.x' } }, 'recordFields.rent is wrong'],
    [{ words: { FLAT: '' } }, 'words.FLAT is wrong'],
  ])('refuses %j', (given, message) => {
    expect(() => checked(given)).toThrow(new PartnerConfigInvalid(message));
  });

  it('names fields and words in the bytes', () => {
    const config = checked({
      ...{ sendingFields: { records: 'lots', sendingId: 'envoi.id' }, recordFields: { rent: 'loyerHC' } },
      words: { FLAT: 'appartement', RENT: 'location' },
    });
    const http = new OutsideHttp(new OutsideHosts(''));
    const partner = new HttpPartner({ url: '', config, http, allowsPlain: () => false });
    const record = { recordId: 'r', op: 'CREATE', kind: 'RENT', inseeCode: '69383', type: 'FLAT' } as const;
    const bytes = partner.encode('s', '2001-11-27', [{ ...record, furnished: false, rent: 700 }]);
    expect(JSON.parse(bytes.toString('utf8'))).toEqual({
      envoi: { id: 's' },
      day: '2001-11-27',
      lots: [
        {
          ...{ recordId: 'r', op: 'CREATE', kind: 'location', inseeCode: '69383', type: 'appartement' },
          ...{ furnished: false, loyerHC: 700 },
        },
      ],
    });
  });
});
