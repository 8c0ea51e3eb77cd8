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

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  startCluster,
  type StartedCluster,
} from '../__testUtils__/startCluster';
import { POLICY_LIBRARY } from './library';
import { mergeLayers } from './mergeLayers';

const CHART = join(__dirname, '../../../../../gitops/charts/fleet-policies');

describe('the policies of the simulator', () => {
  it.each(POLICY_LIBRARY.map(policy => [policy.name, policy] as const))(
    'have %s as the chart has it',
    (name, policy) => {
      expect(existsSync(CHART)).toBe(true);
      const definition = parse(
        readFileSync(join(CHART, 'policies', `${name}.yaml`), 'utf8'),
      );
      const { kind, title, category, severity, subject, match } = policy;
      expect({ kind, title, category, severity, subject, match }).toEqual({
        kind: definition.kind,
        title: definition.title,
        category: definition.category,
        severity: definition.severity,
        subject: definition.subject,
        match: definition.match,
      });
      const values = parse(readFileSync(join(CHART, 'values.yaml'), 'utf8'));
      const { enabled, parameters, exclude } = values.policies[name];
      expect(policy.defaults).toEqual({
        enabled,
        parameters,
        excludedNamespaces: exclude.namespaces,
      });
    },
  );

  it('merge layers as Helm does', () => {
    expect(
      mergeLayers([
        {
          policies: {
            a: { mode: 'audit', exclude: { namespaces: ['x', 'y'] } },
            b: { mode: 'warn' },
          },
        },
        undefined,
        { policies: { a: { exclude: { namespaces: ['z'] } }, b: null as any } },
      ]),
    ).toEqual({
      policies: { a: { mode: 'audit', exclude: { namespaces: ['z'] } } },
    });
  });

  describe('in a cluster', () => {
    let started: StartedCluster;

    afterEach(() => started.simulator.stop());

    it('can be the API server’s own', async () => {
      started = await startCluster({
        kubernetes: {
          policies: {
            admissionPolicies: ['no-latest-tag'],
            values: { policies: { 'no-latest-tag': { mode: 'enforce' } } },
          },
        },
      });
      const admission = '/apis/admissionregistration.k8s.io/v1';
      const [{ body: policies }, { body: bindings }] = await Promise.all([
        started.get(`${admission}/validatingadmissionpolicies`),
        started.get(`${admission}/validatingadmissionpolicybindings`),
      ]);
      expect(policies.items).toHaveLength(1);
      expect(bindings.items[0].spec).toEqual({
        policyName: 'no-latest-tag',
        validationActions: ['Deny'],
      });
    });

    it('make as many reports as somebody wants to measure with', async () => {
      started = await startCluster({
        kubernetes: {
          usualWorkloads: false,
          components: [{ name: 'kyverno' }],
          policies: {
            values: {
              policies: Object.fromEntries(
                POLICY_LIBRARY.map(({ name }) => [name, { enabled: false }]),
              ),
            },
            kyverno: {
              load: { reports: 1000, resultsEach: 16, notPassing: 480 },
            },
          },
        },
      });
      const summary = { pass: 0, fail: 0 };
      const names = new Set<string>();
      let next = '';
      do {
        const { body } = await started.get(
          `/apis/wgpolicyk8s.io/v1alpha2/policyreports?limit=300&continue=${next}`,
        );
        for (const report of body.items) {
          names.add(`${report.metadata.namespace}/${report.metadata.name}`);
          summary.pass += report.summary.pass;
          summary.fail += report.summary.fail;
        }
        next = encodeURIComponent(body.metadata.continue ?? '');
      } while (next);
      expect(names.size).toBe(1000);
      expect(summary).toEqual({ pass: 15_520, fail: 480 });
      const { body: namespace } = await started.get(
        '/api/v1/namespaces/load-07',
      );
      expect(namespace.metadata.labels.team).toBe('team-7');
    });

    it('can come with what kube-bench has found, node by node', async () => {
      started = await startCluster({
        version: '1.34',
        kubernetes: { policies: { kubeBench: { failing: ['3.2.4'] } } },
      });
      const { body: nodes } = await started.get('/api/v1/nodes');
      const { body } = await started.get(
        '/api/v1/namespaces/kube-bench/configmaps?labelSelector=app%3Dkube-bench',
      );
      expect(body.items.map(({ data }: any) => data.node).sort()).toEqual(
        nodes.items.map(({ metadata }: any) => metadata.name).sort(),
      );
      const results = body.items.map(({ data }: any) =>
        JSON.parse(data['results.json']),
      );
      expect(results[0].Controls[0]).toMatchObject({
        id: '3',
        version: 'eks-1.8.0',
        node_type: 'node',
        tests: [{ section: '3.1' }, { section: '3.2' }],
      });
      const statuses = results.map(({ Controls, Totals }: any) => {
        const checks = Controls[0].tests.flatMap((test: any) => test.results);
        expect(
          checks.filter((check: any) => check.status === 'FAIL').length,
        ).toBe(Totals.total_fail);
        return checks.find((check: any) => check.test_number === '3.2.4')
          .status;
      });
      expect(new Set(statuses)).toEqual(new Set(['FAIL', 'PASS']));
    });

    it('can come with whatever is in ConfigMaps', async () => {
      started = await startCluster({
        kubernetes: {
          configMaps: [
            {
              namespace: 'kube-bench',
              name: 'results',
              data: { 'node-1.json': '{}' },
            },
          ],
        },
      });
      const { body } = await started.get(
        '/api/v1/namespaces/kube-bench/configmaps/results',
      );
      expect(body.data).toEqual({ 'node-1.json': '{}' });
    });
  });
});
