import type { Proof as ProofMessage } from '@intervia/contracts';
import type { Proof } from '../../../application/accounts/prove.js';

export const proofOf = (proof: ProofMessage | undefined): Proof => ({
  password: proof?.password ?? '',
  code: proof?.code ?? '',
  recoveryCode: proof?.recoveryCode ?? '',
  passkey: proof?.passkey ?? '',
});
