import type { PersonDto, Channels, Contractor, Party, Person } from '../api/types.js';
import { CREATION_ERRORS } from '../fr.js';
import { newKey } from '../lib/keys.js';
import { formatTypedPhone, splitList } from '../lib/phones.js';

/** A person as forms hold it; names match the gateway's, so that its faults fall on their inputs. */
export interface TypedPerson {
  /** For React only. */
  key: string;
  partyId: string;
  name: string;
  mails: string;
  mobiles: string;
  channels: Channels;
  comment: string;
  phone: string;
}

/** Manual, "saisir manuellement": nothing known yet. */
export function typedPerson(): TypedPerson {
  return {
    key: newKey(),
    partyId: '',
    name: '',
    mails: '',
    mobiles: '',
    channels: { mail: true, sms: false },
    comment: '',
    phone: '',
  };
}

export function personOfParty(party: Party, channels = channelsOfParty(party)): TypedPerson {
  return {
    ...typedPerson(),
    partyId: party.id,
    name: party.name,
    mails: party.mails.join('; '),
    mobiles: party.mobiles.map(formatTypedPhone).join('; '),
    channels,
    phone: formatTypedPhone(party.phone),
  };
}

/** A place's person is told by the best channel known. */
function channelsOfParty({ mails, mobiles }: Party): Channels {
  return { mail: mails.length > 0, sms: mails.length === 0 && mobiles.length > 0 };
}

/** A contractor comes with its own channels; mail when nothing was published. */
export function personOfContractor({ party, channels }: Contractor): TypedPerson {
  if (!party) return typedPerson();
  const isSet = channels?.mail || channels?.sms;
  return personOfParty(party, isSet ? channels : { mail: true, sms: false });
}

/** Somebody who is on a ticket already, to be changed or written to. */
export function personOfTicket({ partyId, name, reach, comment, phone }: Person): TypedPerson {
  const { mails = [], mobiles = [], channels = { mail: false, sms: false } } = reach ?? {};
  return {
    key: newKey(),
    partyId,
    name,
    mails: mails.join('; '),
    mobiles: mobiles.map(formatTypedPhone).join('; '),
    channels,
    comment,
    phone: formatTypedPhone(phone),
  };
}

/** As the gateway takes it. */
export function personBody({ key: _key, partyId, ...person }: TypedPerson): PersonDto {
  return { ...person, partyId: partyId || undefined };
}

/** Enough to catch a slip of the keyboard. */
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;

export type PersonErrors = Partial<Record<'name' | 'mails' | 'mobiles' | 'channels', string>>;

/** `isTold`: somebody who is to be sent something, and so needs a channel. */
export function checkTypedPerson(person: TypedPerson, isTold = false): PersonErrors {
  const { name, mails, mobiles, channels } = person;
  const addresses = splitList(mails);
  const errors: PersonErrors = {};
  if (name.trim() === '') errors.name = CREATION_ERRORS.name;
  if (channels.mail && addresses.length === 0) errors.mails = CREATION_ERRORS.channelMail;
  if (!addresses.every((mail) => MAIL.test(mail))) errors.mails = CREATION_ERRORS.mails;
  if (channels.sms && splitList(mobiles).length === 0) errors.mobiles = CREATION_ERRORS.channelSms;
  if (isTold && !channels.mail && !channels.sms) errors.channels = CREATION_ERRORS.contractorChannel;
  return errors;
}
