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

import type { RolloutChange } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { aRollout, aSavedStrategy } from '../__testUtils__/rollouts';
import {
  EMPTY_DRAFT,
  fromRollout,
  parseStep,
  toRolloutDraft,
  type WizardDraft,
} from './rolloutDraft';

const FILLED: WizardDraft = {
  ...EMPTY_DRAFT,
  title: ' Autumn ',
  version: '1.34',
  yaml: aSavedStrategy().yaml,
};

describe('toRolloutDraft', () => {
  it.each<[Partial<WizardDraft>, object]>([
    [{ title: ' ' }, { step: 'change', problem: 'title' }],
    [{ version: '' }, { step: 'change', problem: 'version' }],
    [{ kind: 'addons' }, { step: 'change', problem: 'addons' }],
    [{ addonMode: 'named' }, { step: 'change', problem: 'addons' }],
    [{ yaml: '' }, { step: 'strategy', problem: 'strategy' }],
    [
      { yaml: 'name: a' },
      {
        step: 'strategy',
        problem: 'strategy',
        yaml: { field: 'waves', line: undefined, message: 'noWaves' },
      },
    ],
  ])('of %j says what is missing', (part, missing) => {
    expect(toRolloutDraft({ ...FILLED, ...part })).toEqual({ missing });
  });

  it.each<[Partial<WizardDraft>, RolloutChange]>([
    [
      {},
      {
        kind: 'kubernetesVersion',
        version: '1.34',
        addons: 'compatible',
        nodes: 'follow',
      },
    ],
    [
      {
        kind: 'addons',
        addons: [
          { name: ' coredns ', version: 'v1.12.1' },
          { name: '', version: '' },
        ],
      },
      { kind: 'addons', addons: { coredns: 'v1.12.1' } },
    ],
    [
      { kind: 'nodeImages', releaseVersion: ' ' },
      { kind: 'nodeImages', releaseVersion: 'latest' },
    ],
  ])('of %j makes the change', (part, change) => {
    expect(toRolloutDraft({ ...FILLED, ...part })).toMatchObject({
      draft: { title: 'Autumn', change },
    });
  });

  it('comes from a rollout that is edited, and goes back to it', () => {
    const rollout = aRollout({
      change: {
        kind: 'kubernetesVersion',
        version: '1.34',
        addons: { coredns: 'v1.12.1' },
        nodes: 'leave',
      },
      selection: {
        filter: ['environment=dev,environment=prod', 'label.tier=1'],
        clusters: ['arn:a'],
        exclude: ['arn:b'],
      },
    });
    const { change, executor, revision, selection, strategy, title } = rollout;
    expect(toRolloutDraft(fromRollout(rollout))).toEqual({
      draft: { change, executor, revision, selection, strategy, title },
    });
  });
});

it.each([
  ['preview', 'preview'],
  ['nowhere', 'change'],
  [null, 'change'],
])('reads the step %s as %s', (text, step) => {
  expect(parseStep(text)).toBe(step);
});
