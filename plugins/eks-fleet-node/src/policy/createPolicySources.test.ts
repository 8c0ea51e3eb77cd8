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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { answerJson } from '../kubernetes/__testUtils__/startApiServer';
import { CollectingSink } from './__testUtils__/CollectingSink';
import {
  kindOf,
  madeBy,
  namespaces,
  NOW,
  report,
  reportsOf,
  result,
  workloads,
} from './__testUtils__/reports';
import {
  startPolicyCluster,
  type Interception,
} from './__testUtils__/startPolicyCluster';
import { createPolicySources } from './createPolicySources';

const CLUSTER = {
  entityRef: 'resource:default/orders',
  arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/orders',
  name: 'orders',
  partition: 'aws' as const,
  accountId: '111122223333',
  region: 'eu-west-1',
};

interface Rule {
  apiGroups?: string[];
  resources?: string[];
  verbs: string[];
}

/** What docs/kubernetes-access.md gives to the portal. */
function documentedRules(): Rule[] {
  const page = readFileSync(
    resolve(__dirname, '../../../../docs/kubernetes-access.md'),
    'utf8',
  );
  return [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
    .flatMap(([, text]) => parseAllDocuments(text).map(each => each.toJSON()))
    .filter(document => document?.kind === 'ClusterRole')
    .flatMap(({ rules }) => rules);
}

/** Refuses what no rule allows. */
const enforcing = (rules: Rule[], refused: string[]): Interception => {
  return ({ pathname }, response) => {
    const [, group = '', resource, name] =
      /^\/(?:api\/v1|apis\/([^/]+)\/[^/]+)\/(?:namespaces\/[^/]+\/)?([^/]+)(?:\/([^/]+))?$/.exec(
        pathname,
      ) ?? [];
    const verb = name ? 'get' : 'list';
    const isAllowed =
      !resource ||
      rules.some(
        ({ apiGroups = [], resources = [], verbs }) =>
          apiGroups.includes(group) &&
          (resources.includes('*') || resources.includes(resource)) &&
          verbs.includes(verb),
      );
    if (!isAllowed) {
      refused.push(`${verb} ${resource}.${group}`);
      answerJson(response, { message: 'forbidden' }, 403);
    }
    return !isAllowed;
  };
};

const many = Array.from({ length: 501 }, (_, at) =>
  report(`web-${at}`, [at === 7 ? result({ result: 'fail' }) : result()], {
    scope: {
      apiVersion: at === 7 ? 'v1' : 'apps/v1',
      kind: at === 7 ? 'Pod' : 'Deployment',
      namespace: 'shop',
      name: `web-${at}`,
    },
  }),
);

/** A cluster that has something of everything. */
const KINDS = [
  namespaces(),
  ...workloads({
    pods: [madeBy('web-7', { apiVersion: 'batch/v1', kind: 'Job', name: 'j' })],
    jobs: [madeBy('j', { apiVersion: 'batch/v1', kind: 'CronJob', name: 'c' })],
  }),
  reportsOf(many),
  reportsOf([], 'openreports.io/v1alpha1'),
  kindOf('kyverno.io/v1', 'ClusterPolicy'),
  kindOf('kyverno.io/v2', 'PolicyException'),
  kindOf('policies.kyverno.io/v1', 'ValidatingPolicy'),
  kindOf('policies.kyverno.io/v1', 'PolicyException'),
  kindOf('templates.gatekeeper.sh/v1', 'ConstraintTemplate'),
  kindOf('constraints.gatekeeper.sh/v1beta1', 'NeedLabels'),
  kindOf('config.gatekeeper.sh/v1alpha1', 'Config'),
  kindOf('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy'),
  kindOf('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding'),
];

describe('createPolicySources', () => {
  const context = {
    signal: new AbortController().signal,
    now: () => NOW,
    controlPlane: {} as never,
  };

  it('reads a cluster with no other rights than those that are documented', async () => {
    const refused: string[] = [];
    const cluster = await startPolicyCluster(KINDS, {
      intercept: enforcing(documentedRules(), refused),
    });
    const sources = createPolicySources({
      connect: (_, __, use) => use(cluster.client),
    });
    const sinks = new Map<string, CollectingSink>();
    for (const { kind, read } of sources) {
      const sink = new CollectingSink();
      sinks.set(kind, sink);
      expect(await read(CLUSTER, sink, context)).toMatchObject({
        state: expect.any(String),
      });
    }
    await cluster.stop();
    expect(refused).toEqual([]);
    expect([...sinks.keys()]).toEqual([
      'policyReports',
      'policyGatekeeper',
      'policyKyverno',
      'policyAdmission',
    ]);
    expect(sinks.get('policyReports')!.given).toMatchObject([
      { resource: { controller: { kind: 'CronJob', name: 'c' } } },
    ]);
  });

  it('does not connect before the endpoint is known', async () => {
    const connect = jest.fn();
    const [source] = createPolicySources({ connect });
    await expect(
      source.read(CLUSTER, new CollectingSink(), {
        ...context,
        controlPlane: undefined,
      }),
    ).rejects.toMatchObject({ code: 'unreachable' });
    expect(connect).not.toHaveBeenCalled();
  });
});
