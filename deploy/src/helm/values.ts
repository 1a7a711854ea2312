import { OPERATOR, passwordVariable } from '../nats/users.js';

/** How far one service grows by itself. */
interface Scale {
  readonly min: number;
  readonly max: number;
  /** Of one processor, as Kubernetes writes it. */
  readonly cpu: string;
  readonly memory: string;
}

const small: Scale = { min: 2, max: 4, cpu: '100m', memory: '256Mi' };
const large: Scale = { min: 2, max: 8, cpu: '250m', memory: '384Mi' };

/** What an operator may change; the comments of values.yaml are the README's. */
export const VALUES = {
  image: { name: 'intervia', tag: 'latest', pullPolicy: 'IfNotPresent' },
  /** A secret of the release's namespace: every password and key, by the names of docker-compose.yml. */
  secret: 'intervia',
  /** A secret with ca.pem, server.pem, server.key, server-both.pem and mongo.key. */
  certificates: 'intervia-certificates',
  publicUrl: 'https://intervia.example',
  ingress: { enabled: true, className: 'nginx', host: 'intervia.example', tlsSecret: 'intervia-tls' },
  /** Networks of the cluster's pods: the ingress is one of them, and says who asks. */
  trustProxy: '10.0.0.0/8',
  /** Where the controller of the ingress and Prometheus run, for the network policies. */
  namespaces: { ingress: 'ingress-nginx', monitoring: 'monitoring' },
  /** Without a class the cluster's default one is taken. */
  files: { size: '100Gi', storageClass: null },
  nats: {
    own: true,
    url: 'nats://nats-0.nats:4222,nats://nats-1.nats:4222,nats://nats-2.nats:4222',
    image: 'nats:2.10-alpine',
    size: '20Gi',
    storageClass: null,
  },
  mongodb: {
    own: true,
    uri:
      'mongodb://intervia:$(MONGODB_PASSWORD)@mongo-0.mongo:27017,mongo-1.mongo:27017,mongo-2.mongo:27017/' +
      '?replicaSet=rs0&authSource=admin&tls=true&tlsCAFile=/certs/ca.pem',
    image: 'mongo:8',
    size: '50Gi',
    storageClass: null,
  },
  redis: {
    own: true,
    url: 'rediss://:$(REDIS_PASSWORD)@redis:6379',
    image: 'redis:7-alpine',
    size: '5Gi',
    storageClass: null,
  },
  services: {
    directory: large,
    tickets: large,
    notifications: small,
    'contractor-portal': small,
    reporting: { min: 2, max: 4, cpu: '250m', memory: '512Mi' },
    'caf-bridge': small,
    'jestimo-bridge': small,
    'property-wizards': small,
    gateway: large,
  },
} as const;

export const NATS_PASSWORD_OPERATOR = passwordVariable(OPERATOR);
