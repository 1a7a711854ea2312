import { describe, expect, it } from '@jest/globals';
import { databaseOf } from './database-of.js';

describe('databaseOf', () => {
  it.each([
    ['mongodb://127.0.0.1:27017', 'intervia_tickets'],
    ['mongodb://127.0.0.1:27017/?directConnection=true', 'intervia_tickets'],
    ['mongodb://a:27017,b:27017/?replicaSet=rs0', 'intervia_tickets'],
    ['mongodb://user:pass@127.0.0.1:27017/trial?authSource=admin', 'trial_intervia_tickets'],
    ['mongodb+srv://cluster.example/trial', 'trial_intervia_tickets'],
  ])('is in %s %s', (uri, expected) => {
    expect(databaseOf(uri, 'intervia_tickets')).toBe(expected);
  });
});
