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

import { spawnSync } from 'node:child_process';
import { parseAllDocuments, stringify } from 'yaml';
import { describeIf } from './__testUtils__/describeIf';
import { CHART, readChartFile, renderChart } from './__testUtils__/renderChart';

const helmCli = spawnSync('helm', ['version']).status === 0;

jest.setTimeout(60_000);

/** Helm takes a version for granted that its build names; some name an old one. */
const KUBERNETES = ['--kube-version', 'v1.34.1-eks-5e0fdde'];

function helm(args: string[], values: object = {}) {
  const { status, stderr, stdout } = spawnSync(
    'helm',
    [...args, '--values', '-'],
    { encoding: 'utf8', input: stringify(values) },
  );
  return { ok: status === 0, output: stdout + stderr, stdout };
}

function template(
  values: object,
  release = { Name: 'fleet-reporter', Namespace: 'eks-fleet' },
) {
  const { Name, Namespace } = release;
  return helm(
    ['template', Name, CHART, '--namespace', Namespace, ...KUBERNETES],
    values,
  );
}

describeIf('helm', helmCli, 'the chart, in the hands of Helm', () => {
  const least = readChartFile('ci/orders-values.yaml');

  it('is linted without a complaint', () => {
    const { ok, output } = helm(['lint', '--strict', CHART], least);
    expect(output).toContain('0 chart(s) failed');
    expect(output).not.toMatch(/\[(WARNING|ERROR)\]/);
    expect(ok).toBe(true);
  });

  it.each<[string, object]>([
    ['the least', {}],
    [
      'another image',
      {
        image: { ...least.image, tag: '1.2.3@sha256:0a', pullPolicy: 'Always' },
      },
    ],
    [
      'a partition',
      {
        clusterArn:
          'arn:aws-us-gov:eks:us-gov-west-1:111122223333:cluster/orders',
      },
    ],
    ['labels', { ownerLabels: 'backstage.io/owner,team' }],
    ['a schedule', { schedule: '7,22,37,52 * * * *' }],
    ['names', { serviceAccountName: 'reporter', audience: 'portal "one"' }],
    ['resources', { resources: { cpu: '1', memoryLimit: '2Gi' } }],
    ['no policies', { policies: false }],
  ])('comes out as the other tests read it, with %s', (_, more) => {
    const release = { Name: 'other', Namespace: 'platform' };
    const values = { ...least, ...more };
    const { output, stdout } = template(values, release);
    const objects = parseAllDocuments(stdout).map(
      document => document.toJS() as { kind: string },
    );
    expect(output).not.toMatch(/^Error/m);
    expect(
      Object.fromEntries(objects.map(object => [object.kind, object])),
    ).toEqual(renderChart(values, release));
  });

  it.each<[string, object]>([
    ['portalUrl', { portalUrl: 'http://portal.example.com' }],
    ['clusterArn', { clusterArn: 'orders' }],
    ['image/repository', { image: {} }],
    ['image/tag', { image: { ...least.image, tag: 2 } }],
    ['ownerLabels', { ownerLabels: "team'\ninjected: 'yes" }],
    ['audience', { audience: "it's" }],
    ['resources', { resources: { cpu: null } }],
    ['schedule', { schedule: '' }],
    ['policies', { policies: 1 }],
    ['portalURL', { portalURL: least.portalUrl }],
  ])('refuses a wrong %s, and names it', (field, more) => {
    const { ok, output } = template({ ...least, ...more });
    expect(ok).toBe(false);
    expect(output).toContain(field);
    expect(output).toContain("values don't meet the specifications");
  });

  it('is not for Kubernetes before 1.27', () => {
    const { ok, output } = helm(
      ['template', CHART, '--kube-version', '1.26.9'],
      least,
    );
    expect(ok).toBe(false);
    expect(output).toContain('chart requires kubeVersion');
  });
});
