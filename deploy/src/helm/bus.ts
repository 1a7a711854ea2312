import type { IJob } from 'kubernetes-models/batch/v1/Job';
import { IMAGE, LOCKED_DOWN, NODE_USER, PLAIN_USER, labelsOf } from './apps.js';
import { commandOf, fromSecret } from './environment.js';
import { NATS_COPIES } from './stores.js';
import { REVISION, text, value } from './template.js';
import { NATS_PASSWORD_OPERATOR } from './values.js';

/** Makes streams and durables as the operator: no service may. Each release runs it again; what is there is kept. */
export const bus: IJob = {
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: {
    // No hook: `helm --wait` runs those once all is ready, and no service is before the streams are there.
    name: text('bus-', REVISION),
    labels: labelsOf('bus'),
  },
  spec: {
    backoffLimit: 20,
    ttlSecondsAfterFinished: 86_400,
    template: {
      metadata: { labels: labelsOf('bus') },
      spec: {
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        restartPolicy: 'OnFailure',
        securityContext: PLAIN_USER(NODE_USER),
        containers: [
          {
            name: 'bus',
            image: IMAGE,
            imagePullPolicy: value('image', 'pullPolicy'),
            command: commandOf('bus'),
            env: [
              { name: 'NATS_URL', value: value('nats', 'url') },
              { name: 'NATS_CA', value: '/certs/ca.pem' },
              { name: 'NATS_COPIES', value: String(NATS_COPIES) },
              fromSecret(NATS_PASSWORD_OPERATOR),
            ],
            securityContext: LOCKED_DOWN,
            volumeMounts: [{ name: 'certificates', mountPath: '/certs', readOnly: true }],
          },
        ],
        volumes: [{ name: 'certificates', secret: { secretName: value('certificates') } }],
      },
    },
  },
};
