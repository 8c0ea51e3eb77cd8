/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { readChartFile, renderChart } from './__testUtils__/renderChart';
import { readOptions } from './readOptions';

const VALUES = {
  portalUrl: 'https://portal.example.com/api/eks-fleet',
  clusterArn: 'arn:aws:eks:eu-west-1:111122223333:cluster/orders',
  image: {
    repository: 'registry.example.com/fleet-reporter',
    tag: '0.1.0',
    pullPolicy: 'IfNotPresent',
  },
};

describe('the chart', () => {
  const objects = renderChart(VALUES);
  const pod = objects.CronJob.spec.jobTemplate.spec.template.spec;
  const [container] = pod.containers;

  it('tells the reporter all that it must know', () => {
    const env = Object.fromEntries(
      container.env.map(({ name, value }: any) => [name, value]),
    );
    expect(
      readOptions({
        ...env,
        KUBERNETES_SERVICE_HOST: '172.20.0.1',
        KUBERNETES_SERVICE_PORT: '443',
      }),
    ).toMatchObject({
      arn: VALUES.clusterArn,
      portalUrl: new URL(VALUES.portalUrl),
      tokenFile: '/var/run/secrets/eks-fleet/token',
      policies: true,
    });
    expect(container.image).toBe('registry.example.com/fleet-reporter:0.1.0');
  });

  it('gives it a short token for the portal, one for the API server, and no other', () => {
    expect(pod.automountServiceAccountToken).toBe(false);
    const [portal, api] = pod.volumes;
    expect(portal.projected.sources).toEqual([
      {
        serviceAccountToken: {
          path: 'token',
          audience: 'eks-fleet',
          expirationSeconds: 600,
        },
      },
    ]);
    expect(api.projected.sources.map(Object.keys)).toEqual([
      ['serviceAccountToken'],
      ['configMap'],
    ]);
    expect(
      container.volumeMounts.map(({ name, mountPath }: any) => [
        name,
        mountPath,
      ]),
    ).toEqual([
      ['portal-token', '/var/run/secrets/eks-fleet'],
      ['api-token', '/var/run/secrets/kubernetes.io/serviceaccount'],
    ]);
  });

  it('gives no right to read policies where they are not reported', () => {
    const { ClusterRole, CronJob } = renderChart({
      ...VALUES,
      policies: false,
    });
    const groups = ClusterRole.rules.flatMap(
      ({ apiGroups = [] }: { apiGroups?: string[] }) => apiGroups,
    );
    expect(groups).toEqual([
      '',
      'apps',
      'policy',
      'discovery.k8s.io',
      'admissionregistration.k8s.io',
      'apiregistration.k8s.io',
    ]);
    expect(
      CronJob.spec.jobTemplate.spec.template.spec.containers[0].env,
    ).toContainEqual({ name: 'FLEET_REPORTER_POLICIES', value: 'false' });
  });

  it('makes it the service account that the portal expects by default', () => {
    const { ServiceAccount, ClusterRoleBinding, ClusterRole } = objects;
    const { name, namespace } = ServiceAccount.metadata;
    expect(`system:serviceaccount:${namespace}:${name}`).toBe(
      'system:serviceaccount:eks-fleet:fleet-reporter',
    );
    expect(pod.serviceAccountName).toBe(name);
    expect(ClusterRoleBinding.subjects).toEqual([
      { kind: 'ServiceAccount', name, namespace },
    ]);
    expect(ClusterRoleBinding.roleRef.name).toBe(ClusterRole.metadata.name);
  });

  it('runs it without any privilege', () => {
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  it('knows each of its values', () => {
    const values = readChartFile('values.yaml');
    const { properties } = readChartFile('values.schema.json');
    expect(Object.keys(properties).sort()).toEqual(
      ['global', ...Object.keys(values)].sort(),
    );
    for (const group of ['image', 'resources']) {
      expect(Object.keys(properties[group].properties).sort()).toEqual(
        Object.keys(values[group]).sort(),
      );
    }
  });
});
