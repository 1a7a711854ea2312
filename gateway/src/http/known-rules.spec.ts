import { describe, expect, it, jest } from '@jest/globals';
import { getMetadataStorage, IsInt, IsString, validate } from 'class-validator';
import { rememberRules } from './known-rules.js';

class Page {
  @IsInt()
  limit: unknown = 1;
}
class Search extends Page {
  @IsString({ groups: ['typed'] })
  text: unknown = '';
}
const brokenOf = async (value: object, groups?: string[]) =>
  (await validate(value, { ...(groups && { groups }) })).map(({ property }) => property);

describe('rules that are remembered', () => {
  it('say what they said, inherited and by group, and are looked up once a class', async () => {
    const storage = getMetadataStorage();
    const looks = jest.spyOn(storage, 'getTargetValidationMetadatas');
    rememberRules();
    const bad = Object.assign(new Search(), { limit: 'many', text: 1 });
    for (let again = 0; again < 3; again += 1) {
      expect(await brokenOf(bad)).toEqual(['text', 'limit']);
      expect(await brokenOf(new Search())).toEqual([]);
      expect(await brokenOf(Object.assign(new Page(), { limit: 0.5 }))).toEqual(['limit']);
      expect(await brokenOf(bad, ['typed'])).toEqual(['text']);
    }
    // Search, Page, and Search of a group.
    expect(looks).toHaveBeenCalledTimes(3);
    rememberRules();
    expect(await brokenOf(bad)).toEqual(['text', 'limit']);
    expect(looks).toHaveBeenCalledTimes(3);
  });
});
