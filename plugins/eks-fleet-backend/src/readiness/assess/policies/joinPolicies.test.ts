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

import type { KubernetesDisruptionDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { NOW } from '../../../__testUtils__/clock';
import {
  assessmentInput,
  blockedDrain,
  DAY_MS,
  findingOf,
  findingsOf,
  insight,
  news,
  nodegroup,
  observed,
  type Change,
} from '../../__testUtils__/assessment';
import {
  BUDGETS,
  cell,
  DAYS_AGO,
  failure,
  removed,
  REMOVED,
  safety,
  unbudgeted,
} from '../../__testUtils__/upgradeSafety';
import { assessReadiness } from '../assessReadiness';

const disruption = (
  extra: Partial<KubernetesDisruptionDocument> = {},
): KubernetesDisruptionDocument => ({
  budgets: 1,
  workloads: 1,
  blockedDrains: [],
  singleReplicas: [],
  withoutBudget: 0,
  truncated: false,
  ...extra,
});
const live = (extra: Partial<KubernetesDisruptionDocument> = {}) => ({
  documents: { kubernetesDisruption: disruption(extra) },
});
const oldNodes = { nodegroups: { nodegroups: [], unreadable: [] } };
const budgetKey =
  'policy-fails:no-blocking-budget:b0b0b0b0b0b0b0b0:group:default/checkout';
const removedKey = 'policy-fails:removed-apis:a1a1a1a1a1a1a1a1:1.34';

describe('what policies on the safety of upgrades find', () => {
  it.each<[string, Change, string[]]>([
    [
      'a budget that allows nothing blocks where nobody saw the live budgets',
      { upgradeSafety: safety([failure()]) },
      [`blocking ${budgetKey}`],
    ],
    [
      'it warns where an operator says that such drains do',
      {
        upgradeSafety: safety([failure()]),
        settings: { ...assessmentInput().settings, drain: 'warning' },
      },
      [`warning ${budgetKey}`],
    ],
    [
      'it warns where the live budgets were read and keep nobody',
      { ...live(), upgradeSafety: safety([failure()]) },
      [`warning ${budgetKey}`],
    ],
    [
      'live budgets that were read too long ago say nothing',
      {
        observations: {
          kubernetesDisruption: observed(disruption(), {
            freshUntil: DAYS_AGO(1),
          }),
        },
        upgradeSafety: safety([failure()]),
      },
      [`blocking ${budgetKey}`],
    ],
    [
      'nor do those of which not all were looked at',
      { ...live({ truncated: true }), upgradeSafety: safety([failure()]) },
      [`blocking ${budgetKey}`],
    ],
    [
      'it warns where no nodes roll',
      { documents: oldNodes, upgradeSafety: safety([failure()]) },
      [`warning ${budgetKey}`],
    ],
    [
      'an API that the target removes blocks it',
      { upgradeSafety: safety([removed()]) },
      [`blocking ${removedKey}`],
    ],
    [
      'an API that goes later says nothing of this target',
      {
        upgradeSafety: safety([
          removed({
            apiVersion: 'storage.k8s.io/v1beta1',
            kind: 'VolumeAttributesClass',
          }),
        ]),
      },
      [],
    ],
    [
      'one that goes on the way to a later target blocks that',
      { target: '1.35', upgradeSafety: safety([removed()]) },
      [`blocking ${removedKey}`],
    ],
    [
      'replicas without a budget warn',
      { upgradeSafety: safety([unbudgeted()]) },
      [
        'warning policy-fails:require-disruption-budget:c2c2c2c2c2c2c2c2:group:default/checkout',
      ],
    ],
    [
      'what is not scored, or could not be evaluated, warns',
      {
        upgradeSafety: safety([
          failure({ result: 'warn' }),
          removed({ result: 'error' }),
        ]),
      },
      [`warning ${budgetKey}`, `warning ${removedKey}`],
    ],
    ['nothing fails, and all was read', { upgradeSafety: safety([]) }, []],
  ])('%s', (_, change, expected) => {
    const base = new Set(
      findingsOf({ ...change, upgradeSafety: undefined }).map(({ key }) => key),
    );
    expect(news(change).filter(line => !base.has(line.split(' ')[1]))).toEqual(
      expected,
    );
  });

  it('is one finding for each policy and owner, with its resources', () => {
    const change = {
      upgradeSafety: safety([
        failure({ name: 'api' }),
        failure({ name: 'worker' }),
        failure({ namespace: 'shop', name: 'cart', owner: '' }),
      ]),
    };
    expect(
      findingsOf(change).filter(({ code }) => code === 'policy-fails'),
    ).toMatchObject([
      {
        owner: 'group:default/checkout',
        title: 'Policy no-blocking-budget fails',
        message:
          'Policy no-blocking-budget fails on 2 resources: PodDisruptionBudget checkout/api, PodDisruptionBudget checkout/worker',
        fix: 'Set `maxUnavailable: 1`.',
        evidence: {
          source: 'policyReports',
          observedAt: cell().observedAt,
        },
        policies: [
          {
            id: BUDGETS.id,
            name: BUDGETS.name,
            resources: ['api', 'worker'],
          },
        ],
      },
      {
        // The cluster's own.
        owner: 'group:default/payments',
        message:
          'Policy no-blocking-budget fails on 1 resource: PodDisruptionBudget shop/cart',
      },
    ]);
  });

  it('names the version that an API is not served from, and what it costs', () => {
    const finding = findingOf(
      { upgradeSafety: safety([removed()]) },
      'policy-fails',
    );
    expect(finding).toMatchObject({
      hop: '1.34',
      severity: 'blocking',
      message:
        'Policy removed-apis fails on 1 resource, in an API that Kubernetes 1.34 no longer serves: ValidatingAdmissionPolicy no-root',
      causeKey: removedKey,
    });
    expect(
      assessReadiness(assessmentInput({ upgradeSafety: safety([removed()]) }))
        .verdict,
    ).toBe('blocked');
  });

  it('says how many resources an engine does not list', () => {
    expect(
      findingOf(
        {
          upgradeSafety: safety(
            [unbudgeted()],
            [cell({ policy: unbudgeted().policy, notListed: 37 })],
          ),
        },
        'policy-fails',
      ).message,
    ).toMatch(
      /^Policy require-disruption-budget fails on 1 resource, and on 37 more that are not listed: /,
    );
  });

  it('stays listed and no longer counts while a waiver holds', () => {
    const { findings, verdict } = assessReadiness(
      assessmentInput({
        upgradeSafety: safety([removed()]),
        waivers: [
          {
            id: 'w',
            findingKey: removedKey,
            reason: 'It is deleted with the cluster',
            by: 'user:default/ada',
            at: NOW.toISOString(),
            until: new Date(NOW.getTime() + DAY_MS).toISOString(),
            active: true,
          },
        ],
      }),
    );
    expect(verdict).toBe('ready');
    expect(findings.find(({ key }) => key === removedKey)?.waiver?.id).toBe(
      'w',
    );
  });

  it('keeps hostile text in bounds', () => {
    const finding = findingOf(
      {
        upgradeSafety: safety([
          unbudgeted({ name: `a\u0000\u202e${'x'.repeat(9_000)}` }),
        ]),
      },
      'policy-fails',
    );
    expect(finding.message.length).toBeLessThanOrEqual(2_000);
    expect(finding.message).not.toContain('\u0000');
  });
});

describe('what readiness finds itself', () => {
  it('is not told twice: a drain that hangs names the policy of its budget', () => {
    const change = {
      ...live({ blockedDrains: [blockedDrain()] }),
      upgradeSafety: safety([failure(), failure({ name: 'worker' })]),
    };
    expect(findingOf(change, 'drain-blocked').policies).toEqual([
      { id: BUDGETS.id, name: BUDGETS.name, resources: ['api'] },
    ]);
    expect(findingOf(change, 'policy-fails')).toMatchObject({
      severity: 'warning',
      policies: [{ id: BUDGETS.id, name: BUDGETS.name, resources: ['worker'] }],
    });
  });

  it('a budget of the same name elsewhere is another one', () => {
    const change = {
      ...live({ blockedDrains: [blockedDrain()] }),
      upgradeSafety: safety([failure({ namespace: 'shop' })]),
    };
    expect(findingOf(change, 'drain-blocked').policies).toBeUndefined();
    expect(findingOf(change, 'policy-fails').message).toContain('shop/api');
  });

  const deprecated = (status: string) =>
    insight({
      name: 'Deprecated APIs removed in Kubernetes v1.34',
      status,
      deprecations: [
        {
          usage:
            '/apis/admissionregistration.k8s.io/v1beta1/validatingadmissionpolicies',
          stopServingVersion: '1.34',
          clients: [],
        },
      ],
    });

  it.each([
    ['as grave', 'ERROR', ['deprecated-api'], true],
    ['less grave', 'WARNING', ['deprecated-api', 'policy-fails'], false],
  ])('an insight that is %s tells of the API', (_, status, codes, isJoined) => {
    const change = {
      documents: {
        insights: { insights: [deprecated(status)], unreadable: [] },
      },
      upgradeSafety: safety([removed()]),
    };
    const found = findingsOf(change)
      .filter(
        ({ code }) => code === 'deprecated-api' || code === 'policy-fails',
      )
      .map(({ code }) => code)
      .sort();
    expect(found).toEqual(codes);
    expect(findingOf(change, 'deprecated-api').policies).toEqual(
      isJoined
        ? [{ id: REMOVED.id, name: REMOVED.name, resources: ['no-root'] }]
        : undefined,
    );
  });

  it('an insight that lists a resource tells of that', () => {
    const change = {
      documents: {
        insights: {
          insights: [
            insight({
              name: 'Something about policies',
              status: 'ERROR',
              resources: [
                {
                  kubernetesResourceUri:
                    '/apis/admissionregistration.k8s.io/v1beta1/validatingadmissionpolicies/no-root',
                },
              ],
            }),
          ],
          unreadable: [],
        },
      },
      upgradeSafety: safety([removed(), removed({ name: 'other' })]),
    };
    expect(findingOf(change, 'insight').policies).toMatchObject([
      { resources: ['no-root'] },
    ]);
    expect(findingOf(change, 'policy-fails').message).toContain('other');
  });
});

describe('what is not known of policies', () => {
  const doubt = (change: Change) =>
    findingsOf(change).find(({ code }) => code === 'policies-not-assessed');

  it.each<[string, ReturnType<typeof safety> | undefined, RegExp | undefined]>([
    ['is not told where the fleet has none', undefined, undefined],
    [
      'is told of a cluster without any',
      safety([], []),
      /^No policy on the safety of upgrades was seen on payments/,
    ],
    [
      'is told of what was read too long ago',
      safety([], [cell({ freshUntil: DAYS_AGO(1), observedAt: DAYS_AGO(2) })]),
      /no-blocking-budget was last read 2026-/,
    ],
    [
      'is told of an engine that has not looked for days',
      safety([], [cell({ evaluatedAt: DAYS_AGO(3) })]),
      /no-blocking-budget was last evaluated 2026-/,
    ],
    [
      'is told of a policy that is not ready',
      safety([], [cell({ ready: false })]),
      /no-blocking-budget is not evaluated/,
    ],
    [
      'is told of a policy without results',
      safety([], [cell({ hasResults: false })]),
      /no-blocking-budget has no results/,
    ],
    [
      'is not told where one of its sources has results',
      safety([], [cell({ feed: 'policyKyverno', hasResults: false }), cell()]),
      undefined,
    ],
  ])('%s', (_, upgradeSafety, message) => {
    const found = doubt({ upgradeSafety });
    expect(found?.severity).toBe(message && 'info');
    expect(found?.message ?? '').toMatch(message ?? /^$/);
  });

  it('does not take away what failed when it was last read', () => {
    const change = {
      upgradeSafety: safety(
        [removed()],
        [cell({ policy: REMOVED, freshUntil: DAYS_AGO(1) })],
      ),
    };
    expect(findingOf(change, 'policy-fails').severity).toBe('blocking');
    expect(doubt(change)).toBeDefined();
  });

  it('keeps a cluster from being ready where an operator requires the source', () => {
    const { findings, inputs, verdict } = assessReadiness(
      assessmentInput({
        upgradeSafety: safety([], []),
        settings: {
          ...assessmentInput().settings,
          required: [...assessmentInput().settings.required, 'policyReports'],
        },
      }),
    );
    expect(verdict).toBe('unknown');
    expect(findings.map(({ key }) => key)).toContain(
      'observation-missing:policyReports',
    );
    expect(
      inputs.find(({ observation }) => observation.kind === 'policyReports'),
    ).toMatchObject({ required: true, observation: { state: 'missing' } });
  });

  it('is among what the verdict rests on, with its age', () => {
    const { inputs } = assessReadiness(
      assessmentInput({
        observations: { policyReports: observed({}) },
        upgradeSafety: safety([]),
        documents: {
          nodegroups: { nodegroups: [nodegroup()], unreadable: [] },
        },
      }),
    );
    expect(inputs).toContainEqual({
      required: false,
      observation: expect.objectContaining({
        kind: 'policyReports',
        state: 'fresh',
      }),
    });
  });
});
