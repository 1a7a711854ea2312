export const RAW_SUBJECT = { json: 'bench.json', protobuf: 'bench.protobuf' };

export const AGENCY = {
  id: 'agency-1',
  name: 'Cabinet des Tilleuls',
  address: '12 rue des Tilleuls, 69003 Lyon',
  phone: '+33478000000',
  mail: 'contact@tilleuls.example',
  hideMailFromContractors: false,
  smsSender: 'TILLEULS',
};
