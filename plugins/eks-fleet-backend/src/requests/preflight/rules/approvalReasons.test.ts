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

import { aConfig, PAYMENTS } from '../__testUtils__/grounds';
import { approvalReasons, type ApprovalAsk } from './approvalReasons';

const ASK: ApprovalAsk = {
  kind: 'namespace',
  operation: 'change',
  environment: 'dev',
  owner: PAYMENTS,
  before: { vcpu: 2, memoryGib: 4, storageGib: 50 },
  after: { vcpu: 2, memoryGib: 4, storageGib: 50, monthlyCost: 48 },
};

const codes = (ask: Partial<ApprovalAsk>, approvals: object[]) =>
  approvalReasons(
    { ...ASK, ...ask },
    aConfig({ approvals: approvals as never }).approvals,
  ).map(({ code, outcome }) => `${outcome} ${code}`);

const AUTOMATIC = 'note automaticApproval';

describe('approvalReasons', () => {
  it('asks for each request where nothing is configured', () => {
    expect(codes({}, [])).toEqual(['needsApproval noApprovalRule']);
  });

  it('goes by the first rule that fits', () => {
    const rules = [
      { match: { environments: ['prod'] }, approval: 'required' },
      { match: { kinds: ['namespace'] }, approval: 'automatic' },
      { approval: 'required' },
    ];
    expect(codes({}, rules)).toEqual([AUTOMATIC]);
    expect(codes({ environment: 'prod' }, rules)).toEqual([
      'needsApproval approvalRequired',
    ]);
    expect(codes({ kind: 'cluster' }, rules)).toEqual([
      'needsApproval approvalRequired',
    ]);
  });

  it.each<[string, Partial<ApprovalAsk>, object, boolean]>([
    ['an operation', {}, { operations: ['create'] }, false],
    ['an owner', {}, { owners: ['payments'] }, true],
    ['other owners', {}, { owners: ['search'] }, false],
    ['an amount', {}, { atMost: { vcpu: 2, monthlyCost: 48 } }, true],
    ['less than it takes', {}, { atMost: { vcpu: 2, monthlyCost: 47 } }, false],
    [
      'an amount that is not known',
      { after: { memoryGib: 4 } },
      { atMost: { vcpu: 1000 } },
      false,
    ],
    ['a life', { ttlDays: 14 }, { maxTtlDays: 14 }, true],
    ['a life without an end', {}, { maxTtlDays: 3650 }, false],
  ])('fits %s', (_, ask, match, fits) => {
    expect(codes(ask, [{ match, approval: 'automatic' }])).toEqual([
      fits ? AUTOMATIC : 'needsApproval noApprovalRule',
    ]);
  });

  it('says why in the words of the operator', () => {
    const [{ message }] = approvalReasons(
      ASK,
      aConfig({
        approvals: [{ approval: 'required', reason: 'Finance wants to know.' }],
      }).approvals,
    );
    expect(message).toBe(
      'A person has to agree, says eksFleet.requests.approvals[0]: Finance wants to know.',
    );
  });
});

describe('approval by increase', () => {
  const usage = { measuredAt: '2026-11-22T00:00:00Z' };
  const rule = [{ approval: 'increase' }];

  it.each<[string, Partial<ApprovalAsk>, string]>([
    ['no increase', {}, AUTOMATIC],
    ['less', { after: { vcpu: 1, memoryGib: 1, storageGib: 0 } }, AUTOMATIC],
    [
      'more than the floor and than half as much again',
      { after: { ...ASK.before, vcpu: 3.5 } },
      'needsApproval increaseSignificant',
    ],
    [
      'half as much again, and enough in use',
      {
        after: { ...ASK.before, vcpu: 3 },
        usage: { ...usage, vcpu: 0.7 },
      },
      AUTOMATIC,
    ],
    [
      'half as much again, and little in use',
      {
        after: { ...ASK.before, vcpu: 3 },
        usage: { ...usage, vcpu: 0.69 },
      },
      'needsApproval usageLow',
    ],
    [
      'half as much again, and nothing measured',
      { after: { ...ASK.before, vcpu: 3 } },
      'needsApproval usageUnknown',
    ],
    [
      'what was measured of something else',
      {
        after: { ...ASK.before, vcpu: 3 },
        usage: { ...usage, memoryGib: 4 },
      },
      'needsApproval usageUnknown',
    ],
    [
      'much more than little, below the floor, in use',
      {
        before: { vcpu: 0.1, memoryGib: 4, storageGib: 0 },
        after: { vcpu: 1, memoryGib: 4, storageGib: 0 },
        usage: { ...usage, vcpu: 0.1 },
      },
      AUTOMATIC,
    ],
    [
      'storage that is not full enough',
      {
        after: { ...ASK.before, storageGib: 60 },
        usage: { ...usage, storageGib: 39 },
      },
      'needsApproval usageLow',
    ],
    [
      'storage that is nearly full',
      {
        after: { ...ASK.before, storageGib: 60 },
        usage: { ...usage, storageGib: 40 },
      },
      AUTOMATIC,
    ],
    [
      'what is not there yet',
      { before: undefined },
      'needsApproval increaseFromNothing',
    ],
    [
      'an amount that is not known',
      { after: { memoryGib: 4, storageGib: 50 } },
      'needsApproval increaseUnknown',
    ],
  ])('weighs %s', (_, ask, expected) => {
    expect(codes(ask, rule)).toEqual([expected]);
  });

  it('says what speaks against it, in numbers', () => {
    const [{ message }] = approvalReasons(
      { ...ASK, after: { ...ASK.before, vcpu: 8 } },
      aConfig({ approvals: rule }).approvals,
    );
    expect(message).toBe(
      'A person has to agree, says eksFleet.requests.approvals[0]: it goes from 2 to 8 vCPUs, above 1 and by more than 50 %.',
    );
  });
});
