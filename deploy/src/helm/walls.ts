import type { INetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { labelsOf } from './apps.js';
import { value } from './template.js';

const OURS = { podSelector: { matchLabels: { 'intervia/app': 'yes' } } };
const pods = (app: string) => ({ podSelector: { matchLabels: { app } } });
const namespace = (name: string) => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
});
const tcp = (...ports: readonly number[]) => ports.map((port) => ({ protocol: 'TCP' as const, port }));

const policy = (name: string, spec: INetworkPolicy['spec']): INetworkPolicy => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name, labels: labelsOf('walls') },
  spec,
});

/** Whom a service may call outside of the cluster, by port; the rest of the platform speaks to nobody. */
const OUTSIDE: Readonly<Record<string, readonly number[]>> = {
  notifications: [25, 443, 465, 587, 993],
  'jestimo-bridge': [443],
  gateway: [443],
};

/** Private networks are not outside: a name that resolves there must not open them (SSRF). */
const INTERNET = {
  ipBlock: {
    cidr: '0.0.0.0/0',
    except: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16', '100.64.0.0/10'],
  },
};

const STORES: readonly { app: string; ports: readonly number[] }[] = [
  { app: 'nats', ports: [4222] },
  { app: 'mongo', ports: [27017] },
  { app: 'redis', ports: [6379] },
];

export const walls: readonly INetworkPolicy[] = [
  policy('nobody', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
  policy('names', {
    podSelector: {},
    policyTypes: ['Egress'],
    egress: [{ to: [namespace('kube-system')], ports: [{ protocol: 'UDP', port: 53 }, ...tcp(53)] }],
  }),
  policy('apps', {
    ...OURS,
    policyTypes: ['Ingress', 'Egress'],
    // Prometheus; the kubelet's probes need no permission.
    ingress: [{ from: [namespace(value('namespaces', 'monitoring'))], ports: tcp(9000) }],
    egress: STORES.map(({ app, ports }) => ({ to: [pods(app)], ports: tcp(...ports) })),
  }),
  policy('gateway', {
    ...pods('gateway'),
    policyTypes: ['Ingress'],
    ingress: [{ from: [namespace(value('namespaces', 'ingress'))], ports: tcp(3000) }],
  }),
  ...STORES.map(({ app, ports }) =>
    policy(app, {
      ...pods(app),
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        { from: [OURS, pods('bus')], ports: tcp(...ports) },
        { from: [pods(app)], ports: tcp(...ports, ...(app === 'nats' ? [6222] : [])) },
      ],
      egress: [{ to: [pods(app)] }],
    }),
  ),
  policy('bus', {
    ...pods('bus'),
    policyTypes: ['Egress'],
    egress: [{ to: [pods('nats')], ports: tcp(4222) }],
  }),
  ...Object.entries(OUTSIDE).map(([app, ports]) =>
    policy(`${app}-outside`, {
      ...pods(app),
      policyTypes: ['Egress'],
      egress: [{ to: [INTERNET], ports: tcp(...ports) }],
    }),
  ),
];
