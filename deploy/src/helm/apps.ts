import type { IDeployment } from 'kubernetes-models/apps/v1/Deployment';
import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import type { IPodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import type { IProbe } from 'kubernetes-models/v1/Probe';
import type { ServiceName } from '../launcher/services.js';
import { commandOf, environmentOf } from './environment.js';
import { text, value } from './template.js';

/** Of `/live`, `/ready` and `/metrics`; HEALTH_PORT in docker-compose.yml. */
const HEALTH_PORT = 9000;
const GATEWAY_PORT = 3000;
/** What is under way is finished and written down before the process ends. */
const GRACE_SECONDS = 45;

export const IMAGE = text(value('image', 'name'), ':', value('image', 'tag'));
export const labelsOf = (name: string) => ({ 'app.kubernetes.io/part-of': 'intervia', app: name });

/** Nothing of ours needs a right of the machine, nor writes outside its volumes. */
export const LOCKED_DOWN = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};
export const PLAIN_USER = (uid: number) => ({
  runAsNonRoot: true,
  runAsUser: uid,
  runAsGroup: uid,
  fsGroup: uid,
  seccompProfile: { type: 'RuntimeDefault' as const },
});
/** `node` in deploy/Dockerfile. */
export const NODE_USER = 1000;

const probe = (path: string, rest: Partial<IProbe> = {}): IProbe => ({
  httpGet: { path, port: 'health' },
  timeoutSeconds: 5,
  ...rest,
});

export function deploymentOf(name: ServiceName): IDeployment {
  const scale = ['services', name] as const;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels: labelsOf(name) },
    spec: {
      // How many there are is the autoscaler's: a number here would be set back at each upgrade.
      selector: { matchLabels: { app: name } },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      template: {
        metadata: {
          labels: { ...labelsOf(name), 'intervia/app': 'yes' },
          annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': String(HEALTH_PORT) },
        },
        spec: {
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          terminationGracePeriodSeconds: GRACE_SECONDS,
          securityContext: PLAIN_USER(NODE_USER),
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: 'kubernetes.io/hostname',
              whenUnsatisfiable: 'ScheduleAnyway',
              labelSelector: { matchLabels: { app: name } },
            },
          ],
          containers: [
            {
              name,
              image: IMAGE,
              imagePullPolicy: value('image', 'pullPolicy'),
              command: commandOf(name),
              env: environmentOf(name),
              ports: [
                { name: 'health', containerPort: HEALTH_PORT },
                ...(name === 'gateway' ? [{ name: 'http', containerPort: GATEWAY_PORT }] : []),
              ],
              startupProbe: probe('/ready', { periodSeconds: 3, failureThreshold: 60 }),
              livenessProbe: probe('/live', { periodSeconds: 10, failureThreshold: 3 }),
              readinessProbe: probe('/ready', { periodSeconds: 5, failureThreshold: 2 }),
              resources: {
                requests: { cpu: value(...scale, 'cpu'), memory: value(...scale, 'memory') },
                limits: { memory: value(...scale, 'memory') },
              },
              securityContext: LOCKED_DOWN,
              volumeMounts: [
                { name: 'files', mountPath: '/data' },
                { name: 'certificates', mountPath: '/certs', readOnly: true },
                { name: 'tmp', mountPath: '/tmp' },
              ],
            },
          ],
          volumes: [
            { name: 'files', persistentVolumeClaim: { claimName: 'files' } },
            { name: 'certificates', secret: { secretName: value('certificates') } },
            { name: 'tmp', emptyDir: {} },
          ],
        },
      },
    },
  };
}

export const autoscalerOf = (name: ServiceName): IHorizontalPodAutoscaler => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name, labels: labelsOf(name) },
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
    minReplicas: value<number>('services', name, 'min'),
    maxReplicas: value<number>('services', name, 'max'),
    metrics: [
      {
        type: 'Resource',
        resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } },
      },
    ],
    // A wave of answers passes; what was started for it may stay a while.
    behavior: { scaleDown: { stabilizationWindowSeconds: 300 } },
  },
});

export const budgetOf = (name: string): IPodDisruptionBudget => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name, labels: labelsOf(name) },
  spec: { maxUnavailable: 1, selector: { matchLabels: { app: name } } },
});
