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

import type {
  ObservedException,
  ObservedPolicy,
  PolicyOutcome,
  PolicySink,
  PolicyTally,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { giveControls, type SaidControl } from './giveControls';

const NOW = new Date('2026-11-29T12:00:00.000Z');

function said(more: Partial<SaidControl> = {}): SaidControl {
  return {
    id: 'EKS.1',
    title: 'Endpoints should not be public',
    severity: 'high',
    verdict: 'fail',
    resource: { kind: 'Cluster', name: 'payments' },
    observedAt: '2026-11-29T06:00:00.000Z',
    ...more,
  };
}

async function give(...controls: SaidControl[]) {
  const given = {
    policies: [] as ObservedPolicy[],
    outcomes: [] as PolicyOutcome[],
    tallies: [] as PolicyTally[],
    exceptions: [] as ObservedException[],
  };
  const sink: PolicySink = {
    policy: policy => given.policies.push(policy),
    outcomes: async outcomes => {
      given.outcomes.push(...outcomes);
    },
    tally: tally => given.tallies.push(tally),
    exception: exception => given.exceptions.push(exception),
  };
  const notes = await giveControls(sink, controls, NOW);
  return { ...given, notes };
}

describe('giveControls', () => {
  it.each<[SaidControl['verdict'], object, string | undefined]>([
    ['pass', { pass: 1, skip: 0 }, undefined],
    ['fail', { pass: 0, skip: 0 }, 'fail'],
    ['warn', { pass: 0, skip: 0 }, 'warn'],
    ['exempt', { pass: 0, skip: 0 }, 'exempt'],
    ['notEvaluated', { pass: 0, skip: 1 }, undefined],
  ])('counts what says %s', async (verdict, counts, result) => {
    const { outcomes, tallies } = await give(said({ verdict }));
    expect(tallies).toEqual([
      expect.objectContaining({ passes: 'exact', ...counts }),
    ]);
    expect(outcomes.map(outcome => outcome.result)).toEqual(
      result ? [result] : [],
    );
  });

  it('says that a control is there and refuses nothing', async () => {
    const { policies } = await give(
      said({ verdict: 'pass', documentation: 'https://docs.aws.amazon.com/1' }),
    );
    expect(policies).toEqual([
      expect.objectContaining({
        engine: 'security-hub',
        kind: 'SecurityControl',
        name: 'EKS.1',
        mode: 'audit',
        severity: 'high',
        documentation: 'https://docs.aws.amazon.com/1',
      }),
    ]);
  });

  it('counts the worst of several standards once', async () => {
    const { outcomes, tallies } = await give(
      said({ verdict: 'pass', standards: ['nist'] }),
      said({ verdict: 'fail', standards: ['fsbp'] }),
      said({ verdict: 'exempt', standards: ['pci'] }),
    );
    expect(outcomes).toEqual([
      expect.objectContaining({
        result: 'fail',
        properties: { Standards: 'fsbp, nist, pci' },
      }),
    ]);
    expect(tallies).toEqual([expect.objectContaining({ pass: 0 })]);
  });

  it('counts each resource of a cluster by itself', async () => {
    const { outcomes, tallies } = await give(
      said({
        id: 'EKS.7',
        verdict: 'pass',
        resource: { kind: 'IdentityProviderConfig', name: 'a' },
      }),
      said({
        id: 'EKS.7',
        resource: { kind: 'IdentityProviderConfig', name: 'b' },
      }),
    );
    expect(outcomes.map(({ resource }) => resource.name)).toEqual(['b']);
    expect(tallies).toEqual([expect.objectContaining({ pass: 1 })]);
  });

  it('puts what is suppressed on the register, with who and why', async () => {
    const { exceptions, outcomes } = await give(
      said({
        verdict: 'exempt',
        note: {
          text: 'Agreed in SEC-1',
          by: 'arn:aws:iam::111122223333:role/security',
          at: '2026-11-02T08:00:00.000Z',
        },
      }),
      said({ id: 'EKS.3', verdict: 'exempt' }),
    );
    expect(exceptions).toEqual([
      {
        engine: 'security-hub',
        kind: 'suppression',
        name: 'EKS.1',
        policies: [{ kind: 'SecurityControl', name: 'EKS.1' }],
        scope: 'the cluster',
        reason: 'Agreed in SEC-1',
        approvedBy: 'arn:aws:iam::111122223333:role/security',
        createdAt: '2026-11-02T08:00:00.000Z',
      },
      expect.objectContaining({ name: 'EKS.3', reason: undefined }),
    ]);
    expect(outcomes[0]).toMatchObject({
      exceptions: ['EKS.1'],
      properties: {
        'Suppressed because': 'Agreed in SEC-1',
        'Suppressed by': 'arn:aws:iam::111122223333:role/security',
        'Suppressed at': '2026-11-02T08:00:00.000Z',
      },
    });
  });

  it('says what could not be evaluated, and why', async () => {
    const { notes } = await give(
      said({ verdict: 'notEvaluated', reasons: ['AWS Config is off.'] }),
      said({ id: 'EKS.8', verdict: 'notEvaluated' }),
    );
    expect(notes).toEqual([
      'EKS.1 could not be evaluated: AWS Config is off.',
      'EKS.8 could not be evaluated.',
    ]);
  });

  it('says when a control was last evaluated only where that is days ago', async () => {
    const { tallies } = await give(
      said({ observedAt: '2026-11-27T11:59:00.000Z' }),
      said({ id: 'EKS.3', observedAt: '2026-11-27T12:01:00.000Z' }),
    );
    expect(tallies.map(({ evaluatedAt }) => evaluatedAt)).toEqual([
      '2026-11-27T11:59:00.000Z',
      undefined,
    ]);
  });
});
