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

import type { RolloutGateResult } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { DecisionRecord, GateRecord } from '../records';
import { judgeApproval } from './approvals';

const NOW = new Date('2026-11-23T12:00:00Z');
const MISSING: RolloutGateResult = {
  state: 'shut',
  code: 'approver.missing',
  message:
    'Nobody is left who could approve it: bob is not in the catalog any more. …',
};
const said = (
  by: string,
  decision: DecisionRecord['decision'],
  planHash = 'h',
): DecisionRecord => ({
  by: `user:default/${by}`,
  decision,
  comment: '',
  at: NOW.toISOString(),
  planHash,
});
const judge = (
  more: Partial<GateRecord>,
  approvers?: RolloutGateResult,
  now = NOW,
) =>
  judgeApproval(
    {
      id: 'gate',
      wave: 1,
      place: 1,
      phase: 'before',
      type: 'approval',
      title: 'Approval',
      asked: { from: ['user:default/bob'] },
      state: 'shut',
      since: NOW.toISOString(),
      decisions: [],
      ...more,
    },
    {
      planHash: 'h',
      createdBy: 'user:default/ann',
      startedBy: 'user:default/sam',
    },
    now,
    approvers,
  );

describe('judgeApproval where approvers have left', () => {
  it('waits with a sentence, for those who made and started it', () => {
    const { state, waiting } = judge({}, MISSING);
    expect(state).toBe('shut');
    expect(waiting).toEqual({
      code: 'approver.missing',
      message: MISSING.message,
      gateId: 'gate',
      who: [
        { kind: 'user', ref: 'user:default/ann', name: 'ann' },
        { kind: 'user', ref: 'user:default/sam', name: 'sam' },
      ],
    });
  });

  it('keeps what somebody approved before leaving', () => {
    const decisions = [said('bob', 'approve')];
    expect(judge({ decisions }, MISSING).state).toBe('open');
  });

  it('does not keep it for another plan', () => {
    const decisions = [said('bob', 'approve', 'old')];
    expect(judge({ decisions }, MISSING).waiting?.code).toBe(
      'approver.missing',
    );
  });

  it.each<[string, Partial<GateRecord>, Date, string]>([
    ['rejected', { decisions: [said('bob', 'reject')] }, NOW, 'rejected'],
    ['expired', {}, new Date('2026-12-23T12:00:00Z'), 'expired'],
  ])('is still %s', (_, gate, now, state) => {
    const verdict = judge(gate, MISSING, now);
    expect([verdict.state, verdict.waiting?.code]).toEqual([
      state,
      'gate.approval',
    ]);
  });

  it.each<[string, RolloutGateResult | undefined]>([
    ['there is somebody', { state: 'open', message: '' }],
    ['nobody could look', { state: 'unknown', message: '' }],
    ['nobody looked', undefined],
  ])('waits as ever where %s', (_, approvers) => {
    expect(judge({}, approvers).waiting).toMatchObject({
      code: 'gate.approval',
      message: 'It waits for an approval of bob',
    });
  });
});
