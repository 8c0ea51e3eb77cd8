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

import { judgeApprovers, type ApproverLook } from './judgeApprovers';

const group = (
  name: string,
  people: string[],
  state: ApproverLook['state'] = people.length > 0 ? 'present' : 'empty',
): ApproverLook => ({
  ref: `group:default/${name}`,
  state,
  people: people.map(person => `user:default/${person}`),
});
const user = (name: string, present = true): ApproverLook => ({
  ref: `user:default/${name}`,
  state: present ? 'present' : 'missing',
  people: present ? [`user:default/${name}`] : [],
});

describe('judgeApprovers', () => {
  it.each<[string, number, ApproverLook[]]>([
    ['anybody', 2, []],
    ['a group with somebody in it', 1, [group('sre', ['ann'])]],
    ['one of two that is left', 1, [user('bob', false), user('ann')]],
    ['as many as must approve', 2, [group('sre', ['ann']), user('bob')]],
  ])('lets it wait for %s', (_, needed, looks) => {
    expect(judgeApprovers({ needed }, looks).state).toBe('open');
  });

  it.each<[string, number, ApproverLook[], string]>([
    [
      'a person who left',
      1,
      [user('bob', false)],
      'Nobody is left who could approve it: bob is not in the catalog any more.',
    ],
    [
      'a group that is gone, and one without members',
      1,
      [group('sre', [], 'missing'), group('ops', [])],
      'Nobody is left who could approve it: sre is not in the catalog any more, nobody is in the group ops any more.',
    ],
    [
      'fewer than must approve',
      2,
      [group('sre', ['ann']), user('bob', false)],
      'It needs 2 approvals, and only 1 person is left who could give one: bob is not in the catalog any more.',
    ],
    [
      'the same person twice',
      2,
      [group('sre', ['ann']), user('ann')],
      'It needs 2 approvals, and only 1 person is left who could give one.',
    ],
  ])('says who is missing, and who can act: %s', (_, needed, looks, words) => {
    expect(judgeApprovers({ needed }, looks)).toEqual({
      state: 'shut',
      code: 'approver.missing',
      message: `${words} Bring others into the catalog who may; or whoever may pause the rollout skips the wave, or cancels it and has it planned anew with other approvers`,
    });
  });

  it('counts none who had a part in it', () => {
    const involved = ['user:default/ann', 'user:default/ann'];
    const team = group('sre', ['ann']);
    expect(judgeApprovers({ needed: 1 }, [team], involved).message).toMatch(
      /^Nobody is left who could approve it: ann made, last edited or started it and so cannot\./,
    );
    const larger = group('sre', ['ann', 'bob']);
    expect(judgeApprovers({ needed: 1 }, [larger], involved).state).toBe(
      'open',
    );
    expect(judgeApprovers({ needed: 1 }, [], involved).state).toBe('open');
  });
});
