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

import { aRequest, NOW } from '../../requests/__testUtils__/aRequest';
import { enterState } from '../../requests/engine/enterState';
import type { RequestRecord } from '../../requests/types';
import { findRequestNotices } from './findRequestNotices';

const AT = NOW.toISOString();

function waiting(approvers: string[]): RequestRecord {
  const record = aRequest();
  const { assessment } = record.progress;
  return {
    ...record,
    progress: {
      ...record.progress,
      assessment: {
        ...assessment,
        approval: { ...assessment.approval, approvers },
      },
    },
  };
}

function entered(
  state: RequestRecord['state'],
  acts: Partial<RequestRecord['acts']> = {},
): RequestRecord {
  const record = aRequest();
  const { progress } = enterState(record, {
    state,
    source: 'portal',
    message: `It is ${state}`,
    at: AT,
  });
  return { ...record, state, progress, acts: { ...record.acts, ...acts } };
}

const told = (record: RequestRecord) =>
  findRequestNotices(record, {}).map(({ owner, title }) => [owner, title]);

describe('findRequestNotices', () => {
  it('asks approvers, and never who asked', () => {
    const notices = findRequestNotices(
      waiting(['group:default/approvers', 'user:default/ada']),
      {},
    );
    expect(notices).toMatchObject([
      {
        owner: 'group:default/approvers',
        except: ['user:default/ada'],
        topic: 'approval',
        title: 'Namespace payments-dev on alpha: waits for your approval',
        link: '/eks-fleet/go?view=requests&request=11111111-1111-4111-8111-111111111111',
      },
    ]);
  });

  it.each<[RequestRecord['state'], string]>([
    ['ready', 'is ready'],
    ['failed', 'failed'],
    ['rejected', 'was refused'],
    ['expired', 'expired'],
  ])('tells who asked that it is %s', (state, words) => {
    expect(told(entered(state))).toEqual([
      ['user:default/ada', `Namespace payments-dev on alpha: ${words}`],
    ]);
  });

  it('tells of an agreement once, and of none that holds for something else', () => {
    const decision = {
      verdict: 'approve' as const,
      by: 'user:default/sam',
      at: AT,
      specHash: 'hash',
    };
    const agreed = entered('proposed', { decisions: [decision] });
    expect(told(agreed)).toEqual([
      ['user:default/ada', 'Namespace payments-dev on alpha: was agreed to'],
    ]);
    expect(findRequestNotices(agreed, {})).toEqual(
      findRequestNotices(agreed, {}),
    );
    const other = { ...decision, specHash: 'other' };
    expect(told(entered('proposed', { decisions: [other] }))).toEqual([]);
  });

  it('tells nobody what they did themselves', () => {
    const cancelled = { by: 'user:default/ada', at: AT };
    expect(told(entered('cancelled', { cancelled }))).toEqual([]);
    const others = { by: 'user:default/sam', at: AT };
    expect(told(entered('cancelled', { cancelled: others }))).toHaveLength(1);
  });
});
