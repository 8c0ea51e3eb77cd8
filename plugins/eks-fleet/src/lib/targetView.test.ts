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

import type { TargetState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { aTarget } from '../__testUtils__/fleet';
import {
  countFailing,
  countStates,
  formatTargetView,
  heldByProvider,
  parseTargetView,
  selectTargets,
} from './targetView';

const targets = [
  aTarget({ region: 'eu-west-1' }),
  aTarget({ region: 'us-east-1', state: 'throttled' }),
  aTarget({ accountName: 'data', region: 'eu-west-1', state: 'forbidden' }),
  aTarget({ region: 'me-south-1', state: 'notAllowed' }),
];
const statesOf = (list: { state: TargetState }[]) =>
  list.map(({ state }) => state);

describe('the sources view', () => {
  it.each(['', 'state=failing', 'state=forbidden&q=data', 'q=%3Cb%3E'])(
    'comes back the same from ?%s',
    text => {
      const view = parseTargetView(new URLSearchParams(text));
      expect(formatTargetView(view).toString()).toBe(text);
    },
  );

  it('leaves out states that do not exist', () => {
    expect(
      parseTargetView(new URLSearchParams('state=constructor')).state,
    ).toBeUndefined();
  });
});

describe('selectTargets', () => {
  it.each([
    [
      { text: '' },
      ['forbidden', 'throttled', 'notAllowed', 'fresh'] as TargetState[],
    ],
    [{ state: 'failing' as const, text: '' }, ['forbidden', 'throttled']],
    [{ state: 'fresh' as const, text: '' }, ['fresh']],
    [{ text: ' DATA ' }, ['forbidden']],
    [{ text: 'us-east' }, ['throttled']],
  ])('gives for %j those that fit, worst first', (view, states) => {
    expect(statesOf(selectTargets(targets, view))).toEqual(states);
  });
});

it('counts states and failing ones', () => {
  expect(countStates(targets)[0]).toEqual({ state: 'forbidden', count: 1 });
  expect(countFailing(targets)).toBe(2);
});

it('gathers held removals by provider', () => {
  const removal = (name: string) => ({
    arn: name,
    name,
    entityRef: name,
    missingSince: '2026-11-22T00:00:00Z',
  });
  expect(
    heldByProvider([
      aTarget({ heldRemovals: [removal('a')] }),
      aTarget({ provider: 'china', heldRemovals: [removal('b')] }),
      aTarget({ region: 'us-east-1', heldRemovals: [removal('c')] }),
      aTarget(),
    ]).map(({ provider, removals }) => [
      provider,
      removals.map(({ name }) => name),
    ]),
  ).toEqual([
    ['main', ['a', 'c']],
    ['china', ['b']],
  ]);
});
