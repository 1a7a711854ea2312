import { create } from '@bufbuild/protobuf';
import type { Contractor } from '@intervia/contracts';
import { ContractorSchema } from '@intervia/contracts';
import type { TradeSketch } from './data/trade-sketch.js';
import type { Crowd } from './people.js';
import { slug } from './people.js';
import { fictionalLandline } from './phones.js';
import type { Dice } from './random.js';

const WORKSHOPS = [
  '14 rue de Gerland, 69007 Lyon',
  '8 rue du Dauphiné, 69003 Lyon',
  '120 route de Vienne, 69008 Lyon',
  '33 rue Francis de Pressensé, 69100 Villeurbanne',
  '6 avenue Jean Mermoz, 69008 Lyon',
  '52 quai Pierre Scize, 69005 Lyon',
  '17 rue des Docks, 69009 Lyon',
  '4 chemin de la Vernique, 69130 Écully',
  '21 avenue Franklin Roosevelt, 69500 Bron',
  '9 rue Joseph Merlin, 69120 Vaulx-en-Velin',
];

/** The suppliers of an agency, account by account: 401PLOMB1, 401PLOMB2… */
export function contractorsOf(
  agencyId: string,
  trades: readonly TradeSketch[],
  crowd: Crowd,
  dice: Dice,
): Contractor[] {
  return trades.flatMap((trade) =>
    trade.contractors.map((name, at) => {
      const account = `401${trade.stem}${String(at + 1)}`;
      const id = `${agencyId}-${account.toLowerCase()}`;
      return create(ContractorSchema, {
        id,
        account,
        trade: trade.name,
        party: {
          id,
          name,
          mails: [`contact@${slug(name).replaceAll('.', '-')}.example`],
          mobiles: [crowd.mobile()],
          phone: fictionalLandline(dice.between(5000, 8999)),
        },
        channels: { mail: true, sms: dice.chance(0.7) },
        address: dice.pick(WORKSHOPS),
      });
    }),
  );
}
