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

import {
  createPolicySources,
  KubernetesClient,
  type CollectedCluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { startSimulator, type Simulator } from '@eks-fleet/simulator';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { createApiToken } from './__testUtils__/createApiToken';
import { renderChart } from './__testUtils__/renderChart';
import { reportPolicies } from './policies/reportPolicies';
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

/** Groups whose resources are named by whoever writes policies. */
const ANY_RESOURCE = ['policies.kyverno.io', 'constraints.gatekeeper.sh'];

/** What right a request to the API server needs; none to see what it serves. */
function rightOf(operation: string): string | undefined {
  const [method, path] = operation.split(' ');
  if (/^\/apis(\/[^/]+\/[^/]+)?$/.test(path)) {
    return undefined;
  }
  const match =
    /^\/(?:api\/v1|apis\/([^/]+)\/[^/]+)\/(?:namespaces\/[^/]+\/)?([a-z]+)(\/[^/]+)?$/.exec(
      path,
    );
  if (!match) {
    return `${method.toLowerCase()} ${path}`;
  }
  const [, group, resource, name] = match;
  const named = ANY_RESOURCE.includes(group) ? '*' : resource;
  return `${name ? 'get' : 'list'} ${group ? `${named}.${group}` : named}`;
}

/**
 * In the first a drain hangs at a Deployment, and webhooks are asked about pods;
 * together they have all engines, and both groups of reports.
 */
const CLUSTERS = ['checkout-eu', 'checkout-us', 'mobile-staging'];
/**
 * No cluster of the simulator has Jobs. The test of the readers, in
 * `createPolicySources.test.ts`, has pods of one, and asks for these.
 */
const OF_JOBS = ['list cronjobs.batch', 'list jobs.batch'];
/** More than are read together. */
const MANY_REPORTS = { reports: 600, resultsEach: 1, notPassing: 3 };

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
  const roleNamed = (name: string) =>
    documented.find(
      ({ kind, metadata }) => kind === 'ClusterRole' && metadata.name === name,
    );

  const read = async (name: string) => {
    const cluster = simulator.model
      .clusters()
      .find(candidate => candidate.name === name)!;
    cluster.kubernetes.clusterRole = rules;
    const { kyverno } = cluster.kubernetes.policies ?? {};
    if (kyverno?.reportApis) {
      kyverno.load = MANY_REPORTS;
    }
    const token = await createApiToken(simulator, cluster);
    const client = KubernetesClient.create({
      endpoint: `${simulator.kubernetesUrl}/clusters/${cluster.id}`,
      certificateAuthority: simulator.kubernetesCertificateAuthority,
      allowLocalAddresses: true,
      token: async () => token,
    });
    const { errors = {} } = await readReport({
      reader: client,
      now: new Date(),
    });
    await reportPolicies({
      cluster: { arn: cluster.arn, name } as CollectedCluster,
      sources: createPolicySources({ connect: (_, __, use) => use(client) }),
      async send({ error, feed, sequence }) {
        if (error && error.code !== 'notInstalled') {
          errors[feed] = error;
        }
        return { taken: 'part', next: sequence + 1 };
      },
      onProblem: () => {},
      signal: new AbortController().signal,
      now: () => new Date(),
    });
    client.close();
    return errors;
  };

  it('needs each right of the ClusterRole, and no other', async () => {
    simulator.resetCalls();
    for (const name of CLUSTERS) {
      expect([name, await read(name)]).toEqual([name, {}]);
    }
    const needed = new Set(
      simulator
        .calls()
        .filter(({ service }) => service === 'kubernetes')
        .flatMap(({ operation }) => rightOf(operation) ?? []),
    );
    for (const right of OF_JOBS) {
      expect(needed).not.toContain(right);
    }
    expect([...needed, ...OF_JOBS].sort()).toEqual(rightsOf(rules));
  });

  it('is what the documentation says, for access entries and for aws-auth', () => {
    const { rules: shown, metadata } = objectOf('ClusterRole');
    const { rules: ofPolicies } = roleNamed('eks-fleet-policies');
    expect(rightsOf([...shown, ...ofPolicies])).toEqual(rightsOf(rules));
    const binding = objectOf('ClusterRoleBinding');
    expect(binding.roleRef.name).toBe(metadata.name);
    const [{ name: group }] = binding.subjects;
    expect(DOCUMENTATION).toContain(`--kubernetes-groups ${group}\n`);
    const [awsAuth] = documented.find(document => Array.isArray(document))!;
    expect(awsAuth.groups).toEqual([group]);
  });
});
