import type { IStatefulSet } from 'kubernetes-models/apps/v1/StatefulSet';
import type { IConfigMap } from 'kubernetes-models/v1/ConfigMap';
import type { IContainer } from 'kubernetes-models/v1/Container';
import type { IEnvVar } from 'kubernetes-models/v1/EnvVar';
import type { IService } from 'kubernetes-models/v1/Service';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUS_USERS, passwordVariable } from '../nats/users.js';
import { LOCKED_DOWN, PLAIN_USER, budgetOf, labelsOf } from './apps.js';
import { fromSecret } from './environment.js';
import type { Manifest } from './template.js';
import { value } from './template.js';
import { NATS_PASSWORD_OPERATOR } from './values.js';

const CONF = join(import.meta.dirname, '../../nats');
/** Of three, one may go: the two others still agree. */
const MEMBERS = 3;

const podName: IEnvVar = { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } };

interface Store {
  readonly name: 'nats' | 'mongo' | 'redis';
  /** Its group of values. */
  readonly values: string;
  readonly members: number;
  /** The user that the image has for it. */
  readonly uid: number;
  readonly ports: Readonly<Record<string, number>>;
  readonly container: Omit<IContainer, 'name'>;
  readonly volumes?: readonly { name: string; configMap: { name: string } }[];
}

function setOf({ name, values, members, uid, ports, container, volumes = [] }: Store): IStatefulSet {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name, labels: labelsOf(name) },
    spec: {
      serviceName: name,
      replicas: members,
      podManagementPolicy: 'Parallel',
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: labelsOf(name) },
        spec: {
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          terminationGracePeriodSeconds: 60,
          securityContext: PLAIN_USER(uid),
          affinity: {
            podAntiAffinity: {
              preferredDuringSchedulingIgnoredDuringExecution: [
                {
                  weight: 100,
                  podAffinityTerm: {
                    topologyKey: 'kubernetes.io/hostname',
                    labelSelector: { matchLabels: { app: name } },
                  },
                },
              ],
            },
          },
          containers: [
            {
              name,
              image: value(values, 'image'),
              ports: Object.entries(ports).map(([port, containerPort]) => ({ name: port, containerPort })),
              securityContext: LOCKED_DOWN,
              ...container,
              volumeMounts: [
                { name: 'data', mountPath: '/data' },
                { name: 'certificates', mountPath: '/certs', readOnly: true },
                { name: 'tmp', mountPath: '/tmp' },
                ...volumes.map((volume) => ({ name: volume.name, mountPath: `/etc/${volume.name}` })),
              ],
            },
          ],
          volumes: [
            { name: 'certificates', secret: { secretName: value('certificates'), defaultMode: 0o440 } },
            { name: 'tmp', emptyDir: {} },
            ...volumes,
          ],
        },
      },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: {
            accessModes: ['ReadWriteOnce'],
            storageClassName: value(values, 'storageClass'),
            resources: { requests: { storage: value(values, 'size') } },
          },
        },
      ],
    },
  };
}

const headless = ({ name, ports }: Store): IService => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, labels: labelsOf(name) },
  spec: {
    clusterIP: 'None',
    // Members find each other before they are ready.
    publishNotReadyAddresses: true,
    selector: { app: name },
    ports: Object.entries(ports).map(([port, number]) => ({ name: port, port: number })),
  },
});

const NATS_ROUTES = Array.from({ length: MEMBERS }, (_, n) => `tls://nats-${n}.nats:6222`);

/** As in Compose, and the cluster beside it. */
const natsConf: IConfigMap = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'nats', labels: labelsOf('nats') },
  data: {
    'users.conf': readFileSync(join(CONF, 'users.conf'), 'utf8'),
    'nats-server.conf': `${readFileSync(join(CONF, 'nats-server.conf'), 'utf8')}
server_name: $POD_NAME
cluster: {
  name: intervia, port: 6222
  tls: { cert_file: $NATS_CERT, key_file: $NATS_KEY, ca_file: "/certs/ca.pem", verify: true }
  routes: [${NATS_ROUTES.join(', ')}]
}
`,
  },
};

const nats: Store = {
  name: 'nats',
  values: 'nats',
  members: MEMBERS,
  uid: 1000,
  ports: { client: 4222, cluster: 6222, monitor: 8222 },
  container: {
    command: ['nats-server', '-c', '/etc/nats/nats-server.conf'],
    env: [
      podName,
      { name: 'NATS_HOST', value: '0.0.0.0' },
      { name: 'NATS_PORT', value: '4222' },
      { name: 'NATS_STORE', value: '/data' },
      { name: 'NATS_CERT', value: '/certs/server.pem' },
      { name: 'NATS_KEY', value: '/certs/server.key' },
      fromSecret(NATS_PASSWORD_OPERATOR),
      ...BUS_USERS.map(({ name }) => fromSecret(passwordVariable(name))),
    ],
    livenessProbe: { httpGet: { path: '/healthz?js-server-only=true', port: 'monitor' }, periodSeconds: 10 },
    readinessProbe: { httpGet: { path: '/healthz', port: 'monitor' }, periodSeconds: 5 },
  },
  volumes: [{ name: 'nats', configMap: { name: 'nats' } }],
};

/** Asked on the spot: the answer of a member that is no more of the set would be a lie. */
const MONGO_SHELL =
  'mongosh --quiet --tls --tlsCAFile /certs/ca.pem --host "$POD_NAME.mongo" -u intervia -p "$MONGODB_PASSWORD"';
const MONGO_MEMBERS = Array.from(
  { length: MEMBERS },
  (_, n) => `{ _id: ${n}, host: "mongo-${n}.mongo:27017" }`,
);

const mongo: Store = {
  name: 'mongo',
  values: 'mongodb',
  members: MEMBERS,
  uid: 999,
  ports: { client: 27017 },
  container: {
    // mongod takes a key that nobody else can read, and its own user the image's entrypoint makes on an empty folder.
    command: [
      'bash',
      '-c',
      [
        'install -m 400 /certs/mongo.key /tmp/mongo.key',
        'exec docker-entrypoint.sh mongod --replSet rs0 --bind_ip_all --dbpath /data/db --keyFile /tmp/mongo.key ' +
          '--tlsMode requireTLS --tlsCertificateKeyFile /certs/server-both.pem --tlsCAFile /certs/ca.pem ' +
          '--tlsAllowConnectionsWithoutCertificates',
      ].join('\n'),
    ],
    env: [
      podName,
      fromSecret('MONGODB_PASSWORD'),
      { name: 'MONGO_INITDB_ROOT_USERNAME', value: 'intervia' },
      { name: 'MONGO_INITDB_ROOT_PASSWORD', value: '$(MONGODB_PASSWORD)' },
    ],
    startupProbe: { tcpSocket: { port: 'client' }, periodSeconds: 5, failureThreshold: 60 },
    livenessProbe: { tcpSocket: { port: 'client' }, periodSeconds: 20, failureThreshold: 6 },
    // The first member makes the set at its first answer; each is ready once it is of it.
    readinessProbe: {
      exec: {
        command: [
          'bash',
          '-c',
          `${MONGO_SHELL} --eval '
            try { rs.status() } catch (error) {
              if (process.env.POD_NAME === "mongo-0" && error.codeName === "NotYetInitialized")
                rs.initiate({ _id: "rs0", members: [${MONGO_MEMBERS.join(', ')}] })
            }
            const { isWritablePrimary, secondary } = db.hello();
            if (!isWritablePrimary && !secondary) quit(1)'`,
        ],
      },
      timeoutSeconds: 10,
      periodSeconds: 10,
    },
  },
};

const redis: Store = {
  name: 'redis',
  values: 'redis',
  members: 1,
  uid: 999,
  ports: { client: 6379 },
  container: {
    // The password comes by the environment: arguments are read by everybody who may list processes.
    command: [
      'sh',
      '-c',
      [
        'umask 077',
        `printf 'requirepass "%s"\\n' "$REDISCLI_AUTH" > /tmp/password.conf`,
        'exec redis-server /tmp/password.conf --port 0 --tls-port 6379 --tls-auth-clients no ' +
          '--tls-cert-file /certs/server.pem --tls-key-file /certs/server.key --tls-ca-cert-file /certs/ca.pem ' +
          '--dir /data --appendonly yes --maxmemory-policy noeviction',
      ].join('\n'),
    ],
    env: [{ ...fromSecret('REDIS_PASSWORD'), name: 'REDISCLI_AUTH' }],
    readinessProbe: {
      exec: { command: ['redis-cli', '--tls', '--cacert', '/certs/ca.pem', 'ping'] },
      periodSeconds: 5,
    },
    livenessProbe: { tcpSocket: { port: 'client' }, periodSeconds: 20, failureThreshold: 6 },
  },
};

const partsOf = (store: Store): readonly Manifest[] => [headless(store), setOf(store), budgetOf(store.name)];

/** Each is written only if the release brings its own. */
export const STORES: readonly {
  readonly values: string;
  readonly name: string;
  readonly objects: readonly Manifest[];
}[] = [
  { values: 'nats', name: 'nats', objects: [natsConf, ...partsOf(nats)] },
  { values: 'mongodb', name: 'mongodb', objects: partsOf(mongo) },
  { values: 'redis', name: 'redis', objects: partsOf(redis) },
];

/** How many copies of each fact the cluster keeps. */
export const NATS_COPIES = MEMBERS;
