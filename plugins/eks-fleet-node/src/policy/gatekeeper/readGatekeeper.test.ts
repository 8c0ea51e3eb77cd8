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

import { failureOf, readWith } from '../__testUtils__/readWith';
import { kindOf, NOW } from '../__testUtils__/reports';
import {
  forbidding,
  type TestKind,
  type TestObject,
} from '../__testUtils__/startPolicyCluster';
import { readGatekeeper } from './readGatekeeper';

const CONSTRAINTS = 'constraints.gatekeeper.sh/v1beta1';
const AUDITED = '2026-11-26T12:00:00Z';
const enforced = [{ enforced: true }, { enforced: true }];

const violation = (name: string) => ({
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  namespace: 'shop',
  name,
  message: 'no label team',
  enforcementAction: 'dryrun',
});
const template = (kind: string, status: object = { created: true }) => ({
  metadata: {
    name: kind.toLowerCase(),
    annotations: {
      'metadata.gatekeeper.sh/title': 'Labels are there',
      description: 'Every workload has labels.',
    },
    labels: { 'helm.sh/chart': 'fleet-policies-1.4.0' },
  },
  spec: { crd: { spec: { names: { kind } } } },
  status,
});
const constraint = (
  name: string,
  { spec = {}, status, annotations }: Record<string, object | undefined> = {},
): TestObject => ({
  metadata: { name, annotations, creationTimestamp: '2026-01-01T00:00:00Z' },
  spec: { enforcementAction: 'dryrun', ...spec },
  status: status ?? {
    auditTimestamp: AUDITED,
    totalViolations: 25,
    violations: [violation('web'), violation('api')],
    byPod: enforced,
  },
});
const gatekeeper = (
  constraints: TestObject[],
  more: { templateStatus?: object; config?: TestObject } = {},
): TestKind[] => [
  kindOf('templates.gatekeeper.sh/v1', 'ConstraintTemplate', [
    template('NeedLabels', more.templateStatus),
  ]),
  kindOf(CONSTRAINTS, 'NeedLabels', constraints, { plural: 'needlabels' }),
  kindOf(
    'config.gatekeeper.sh/v1alpha1',
    'Config',
    more.config ? [more.config] : [],
  ),
];

/** Pairs of an action and where it is taken. */
const scoped = (...pairs: string[]) => ({
  enforcementAction: 'scoped',
  scopedEnforcementActions: pairs.flatMap((action, at) =>
    at % 2 ? [] : { action, enforcementPoints: [{ name: pairs[at + 1] }] },
  ),
});

describe('readGatekeeper', () => {
  it('reads what the last audit found, N of M', async () => {
    const { sink, snapshot } = await readWith(
      readGatekeeper,
      gatekeeper([
        constraint('need-team', {
          annotations: { 'eks-fleet.io/severity': 'high' },
        }),
      ]),
    );
    const policy = {
      engine: 'gatekeeper',
      kind: 'NeedLabels',
      name: 'need-team',
    };
    expect(sink.policies).toEqual([
      {
        ...policy,
        title: 'Labels are there',
        description: 'Every workload has labels.',
        severity: 'high',
        version: 'fleet-policies-1.4.0',
        mode: 'audit',
        ready: true,
      },
    ]);
    expect(sink.given).toHaveLength(2);
    expect(sink.given[0]).toMatchObject({
      policy,
      result: 'fail',
      severity: 'high',
      resource: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      ownerLabel: { value: 'storefront', from: 'namespace' },
    });
    expect(sink.tallies).toEqual([
      {
        policy,
        passes: 'notRecorded',
        total: 25,
        evaluatedAt: '2026-11-26T12:00:00.000Z',
      },
    ]);
    expect(snapshot).toMatchObject({
      engines: ['gatekeeper'],
      truncated: true,
      evaluatedAt: '2026-11-26T12:00:00.000Z',
      notes: [],
    });
  });

  it('says that an audit is dated a day ahead, and finds the same', async () => {
    const { sink, snapshot } = await readWith(
      readGatekeeper,
      gatekeeper([
        constraint('need-team', {
          status: {
            auditTimestamp: new Date(NOW.getTime() + 86_400_000).toISOString(),
            totalViolations: 1,
            violations: [violation('web')],
            byPod: enforced,
          },
        }),
      ]),
    );
    expect(sink.given).toHaveLength(1);
    expect(snapshot.notes).toEqual([
      "Gatekeeper's audit is dated later than now: a clock is wrong.",
    ]);
  });

  it('does not take what was never audited for unbroken', async () => {
    const { sink, snapshot } = await readWith(
      readGatekeeper,
      gatekeeper([constraint('new', { status: { byPod: enforced } })]),
    );
    expect(sink.tallies).toEqual([]);
    expect(sink.policies[0]).toMatchObject({
      ready: false,
      notReadyBecause: 'The audit of Gatekeeper has not looked at it yet',
    });
    expect(snapshot.notes).toEqual([
      "Gatekeeper's audit has not looked at 1 constraints: what breaks them is not known.",
    ]);
  });

  it.each([
    ['enforce', {}],
    ['enforce', { enforcementAction: 'deny' }],
    ['warn', { enforcementAction: 'warn' }],
    ['audit', { enforcementAction: 'dryrun' }],
    ['audit', { enforcementAction: 'denny' }],
    ['off', { enforcementAction: 'scoped' }],
    ['enforce', scoped('deny', 'validation.gatekeeper.sh')],
    ['audit', scoped('deny', 'audit.gatekeeper.sh')],
    ['warn', scoped('warn', '*')],
    ['off', scoped('deny', 'gator.gatekeeper.sh')],
    ['mixed', scoped('deny', 'vap.k8s.io', 'warn', 'validation.gatekeeper.sh')],
  ])('reads mode %s of %j', async (mode, spec) => {
    const { sink } = await readWith(
      readGatekeeper,
      gatekeeper([
        constraint('a', {
          spec: { enforcementAction: undefined, ...spec },
        }),
      ]),
    );
    expect(sink.policies[0].mode).toBe(mode);
  });

  it.each([
    [undefined, 'No pod of Gatekeeper says that it has taken it'],
    [[{ enforced: true }, {}], 'Only 1 of 2 pods of Gatekeeper hold to it'],
    [[{ errors: [{ message: 'bad rego' }] }], 'bad rego'],
    [
      [
        {
          enforced: true,
          enforcementPointsStatus: [
            {
              enforcementPoint: 'vap.k8s.io',
              state: 'error',
              message: 'no CEL',
            },
          ],
        },
      ],
      'It is not enforced at vap.k8s.io: no CEL',
    ],
  ])('is not ready with %j', async (byPod, because) => {
    const { sink } = await readWith(
      readGatekeeper,
      gatekeeper([
        constraint('a', { status: { auditTimestamp: AUDITED, byPod } }),
      ]),
    );
    expect(sink.policies[0]).toMatchObject({
      ready: false,
      notReadyBecause: because,
    });
  });

  it('is not ready where its template does not work', async () => {
    const { sink } = await readWith(
      readGatekeeper,
      gatekeeper([constraint('a')], {
        templateStatus: {
          created: false,
          byPod: [{ errors: [{ message: 'rego_parse_error' }] }],
        },
      }),
    );
    expect(sink.policies[0].notReadyBecause).toBe(
      'Its ConstraintTemplate does not work: rego_parse_error',
    );
  });

  it('takes namespaces that are left out, and noted exceptions, for exceptions', async () => {
    const noted = {
      name: 'old-web',
      namespaces: ['shop'],
      resources: [{ kind: 'Deployment', name: 'web' }],
      reason: 'moves out',
      ticket: 'OPS-1',
      approvedBy: 'user:default/ada',
      expiresAt: '2026-12-24T00:00:00Z',
    };
    const annotations = { 'eks-fleet.io/exceptions': JSON.stringify([noted]) };
    const { sink } = await readWith(
      readGatekeeper,
      gatekeeper(
        [
          constraint('a', {
            spec: { match: { excludedNamespaces: ['kube-*'] } },
            annotations,
          }),
          constraint('b', { annotations }),
        ],
        {
          config: {
            metadata: { name: 'config', namespace: 'gatekeeper-system' },
            spec: {
              match: [
                { excludedNamespaces: ['*'], processes: ['sync'] },
                { excludedNamespaces: ['kube-system'], processes: ['audit'] },
              ],
            },
          },
        },
      ),
    );
    expect(sink.exceptions).toMatchObject([
      {
        kind: 'constraint',
        name: 'NeedLabels/a',
        policies: [{ kind: 'NeedLabels', name: 'a' }],
        namespaces: ['kube-*'],
        tooBroad: false,
      },
      {
        kind: 'exception',
        name: 'old-web',
        policies: [{ name: 'a' }, { name: 'b' }],
        scope: 'Deployment web in shop',
        reason: 'moves out',
        ticket: 'OPS-1',
        approvedBy: 'user:default/ada',
        expiresAt: '2026-12-24T00:00:00.000Z',
      },
      {
        kind: 'config',
        name: 'config',
        namespace: 'gatekeeper-system',
        namespaces: ['kube-system'],
        tooBroad: false,
      },
    ]);
  });

  it('resolves nothing where a kind of constraints is forbidden or Gatekeeper gone', async () => {
    const kinds = gatekeeper([constraint('a')]);
    const { snapshot } = await readWith(readGatekeeper, kinds);
    const intercept = forbidding('needlabels');
    expect(
      await failureOf(
        readWith(readGatekeeper, kinds, {
          intercept,
          previous: snapshot.state,
        }),
      ),
    ).toMatchObject({ code: 'forbidden' });
    const { snapshot: never } = await readWith(readGatekeeper, kinds, {
      intercept,
    });
    expect(never.engines).toEqual([]);
    expect(await failureOf(readWith(readGatekeeper, []))).toMatchObject({
      code: 'notInstalled',
    });
  });
});
