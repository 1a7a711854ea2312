import type { IIngress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import type { IPersistentVolumeClaim } from 'kubernetes-models/v1/PersistentVolumeClaim';
import type { IService } from 'kubernetes-models/v1/Service';
import { labelsOf } from './apps.js';
import { value } from './template.js';

export const gatewayService: IService = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'gateway', labels: labelsOf('gateway') },
  spec: { selector: { app: 'gateway' }, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
};

export const ingress: IIngress = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: {
    name: 'intervia',
    labels: labelsOf('gateway'),
    annotations: {
      // Live screens hold their stream open; files are as large as the platform allows, which refuses them itself.
      'nginx.ingress.kubernetes.io/proxy-read-timeout': '3600',
      'nginx.ingress.kubernetes.io/proxy-buffering': 'off',
      'nginx.ingress.kubernetes.io/proxy-body-size': '0',
    },
  },
  spec: {
    ingressClassName: value('ingress', 'className'),
    tls: [{ hosts: [value('ingress', 'host')], secretName: value('ingress', 'tlsSecret') }],
    rules: [
      {
        host: value('ingress', 'host'),
        http: {
          paths: [
            {
              path: '/',
              pathType: 'Prefix',
              backend: { service: { name: 'gateway', port: { name: 'http' } } },
            },
          ],
        },
      },
    ],
  },
};

/** Documents, anchors and CAF's folders: every service sees the same, on whatever machine it runs. */
export const files: IPersistentVolumeClaim = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  // Not removed with the release.
  metadata: { name: 'files', labels: labelsOf('files'), annotations: { 'helm.sh/resource-policy': 'keep' } },
  spec: {
    accessModes: ['ReadWriteMany'],
    storageClassName: value('files', 'storageClass'),
    resources: { requests: { storage: value('files', 'size') } },
  },
};
