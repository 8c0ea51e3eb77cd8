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

import { KubernetesClient } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { startSimulator, type Simulator } from '@eks-fleet/simulator';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { createApiToken } from './__testUtils__/createApiToken';
import { renderChart } from './__testUtils__/renderChart';
import { readReport } from './readReport';

const DOCUMENTATION = readFileSync(
  resolve(__dirname, '../../../docs/kubernetes-access.md'),
  'utf8',
);

interface Rule {
  apiGroups?: string[];
  resources?: string[];
  nonResourceURLs?: string[];
  verbs: string[];
}

/** `list pods`, `list deployments.apps`, `get /metrics`. */
function rightsOf(rules: Rule[]): string[] {
  return rules
    .flatMap(
      ({ apiGroups = [], nonResourceURLs = [], resources = [], verbs }) =>
        verbs.flatMap(verb => [
          ...nonResourceURLs.map(url => `${verb} ${url}`),
          ...apiGroups.flatMap(group =>
            resources.map(
              resource =>
                `${verb} ${group ? `${resource}.${group}` : resource}`,
            ),
          ),
        ]),
    )
    .sort();
}

/** What right a request to the API server needs. */
function rightOf(operation: string): string {
  const [method, path] = operation.split(' ');
  const match =
    /^\/(?:api\/v1|apis\/([^/]+)\/[^/]+)\/(?:namespaces\/[^/]+\/)?([a-z]+)$/.exec(
      path,
    );
  if (!match) {
    return `${method.toLowerCase()} ${path}`;
  }
  const [, group, resource] = match;
  return `list ${group ? `${resource}.${group}` : resource}`;
}

describe('what is read of a cluster', () => {
  let simulator: Simulator;

  beforeAll(async () => {
    simulator = await startSimulator();
  });

  afterAll(() => simulator.stop());

  const rules: Rule[] = renderChart({}).ClusterRole.rules;
  const documented = [...DOCUMENTATION.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
    .map(([, text]) => text)
    .flatMap(text =>
      parseAllDocuments(text).map(document => document.toJSON()),
    );
  const objectOf = (kind: string) =>
    documented.find(document => document.kind === kind);

  // A drain hangs there, at a Deployment, and webhooks are asked about pods.
  const read = async () => {
    const cluster = simulator.model
      .clusters()
      .find(({ name }) => name === 'checkout-eu')!;
    cluster.kubernetes.clusterRole = rules;
    const token = await createApiToken(simulator, cluster);
    const client = KubernetesClient.create({
      endpoint: `${simulator.kubernetesUrl}/clusters/${cluster.id}`,
      certificateAuthority: simulator.kubernetesCertificateAuthority,
      allowLocalAddresses: true,
      token: async () => token,
    });
    const report = await readReport({ reader: client, now: new Date() });
    client.close();
    return report;
  };

  it('needs each right of the ClusterRole, and no other', async () => {
    simulator.resetCalls();
    const { errors } = await read();
    expect(errors).toBeUndefined();
    const needed = new Set(
      simulator
        .calls()
        .filter(({ service }) => service === 'kubernetes')
        .map(({ operation }) => rightOf(operation)),
    );
    expect([...needed].sort()).toEqual(rightsOf(rules));
  });

  it('is what the documentation says, for access entries and for aws-auth', () => {
    const { rules: shown, metadata } = objectOf('ClusterRole');
    expect(rightsOf(shown)).toEqual(rightsOf(rules));
    const binding = objectOf('ClusterRoleBinding');
    expect(binding.roleRef.name).toBe(metadata.name);
    const [{ name: group }] = binding.subjects;
    expect(DOCUMENTATION).toContain(`--kubernetes-groups ${group}\n`);
    const [awsAuth] = documented.find(document => Array.isArray(document))!;
    expect(awsAuth.groups).toEqual([group]);
  });
});
