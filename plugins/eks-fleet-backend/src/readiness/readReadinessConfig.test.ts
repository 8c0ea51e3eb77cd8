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

import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { judgeComponent } from './compatibility';
import { DEFAULT_SETTINGS, readReadinessConfig } from './readReadinessConfig';

const read = (readiness?: JsonObject) =>
  readReadinessConfig(
    mockServices.rootConfig({ data: { eksFleet: { readiness } } }),
  );

const component = (extra: JsonObject = {}) => ({
  compatibility: [
    {
      component: 'karpenter',
      asOf: '2026-11-20',
      releases: [{ from: '1.5', kubernetes: { from: '1.30', to: '1.36' } }],
      ...extra,
    },
  ],
});

describe('readReadinessConfig', () => {
  it('needs nothing', () => {
    expect(read().settings).toEqual(DEFAULT_SETTINGS);
    expect(read().keepWaiversDays).toBe(400);
  });

  it('reads how long waivers are kept', () => {
    expect(read({ waivers: { keepDays: 30 } }).keepWaiversDays).toBe(30);
    expect(() => read({ waivers: { keepDays: 0.5 } })).toThrow(
      'eksFleet.readiness.waivers.keepDays: 0.5 is no whole number from 1 to 3650',
    );
  });

  it('reads what is required and how strict it is', () => {
    expect(
      read({
        required: ['controlPlane', 'kubernetesDisruption', 'acme.backups'],
        drain: 'warning',
        insightsFreshForHours: 72,
      }).settings,
    ).toEqual({
      ...DEFAULT_SETTINGS,
      required: ['controlPlane', 'kubernetesDisruption', 'acme.backups'],
      drain: 'warning',
      insightsFreshForHours: 72,
    });
  });

  it('lets an operator’s word on a component take the place of ours', () => {
    const { compatibility } = read(component());
    const asked = { version: '1.5.3', kubernetesVersion: '1.36' };
    expect(
      judgeComponent(compatibility, { component: 'karpenter', ...asked }).state,
    ).toBe('compatible');
    expect(
      compatibility.filter(entry => entry.component === 'karpenter'),
    ).toHaveLength(1);
    expect(
      compatibility.some(entry => entry.component === 'cert-manager'),
    ).toBe(true);
  });

  it.each<[string, JsonObject]>([
    [
      'eksFleet.readiness.required: "no kind!"',
      { required: ['controlPlane', 'no kind!'] },
    ],
    ['eksFleet.readiness.required: controlPlane', { required: ['insights'] }],
    ['eksFleet.readiness.drain: "maybe" is none of', { drain: 'maybe' }],
    [
      'eksFleet.readiness.insightsFreshForHours: 5',
      { insightsFreshForHours: 5 },
    ],
    [
      'eksFleet.readiness.addonVersionsFreshForHours: 9000',
      { addonVersionsFreshForHours: 9000 },
    ],
    [
      'eksFleet.readiness.compatibility[0].component: is missing',
      component({ component: undefined }),
    ],
    [
      'eksFleet.readiness.compatibility[0].asOf: "soon"',
      component({ asOf: 'soon' }),
    ],
    [
      'eksFleet.readiness.compatibility[0].outside: "bad"',
      component({ outside: 'bad' }),
    ],
    [
      'eksFleet.readiness.compatibility[0].releases[0].from: is missing',
      component({ releases: [{}] }),
    ],
    [
      'eksFleet.readiness.compatibility[0].releases[0].before: "x"',
      component({ releases: [{ from: '1', before: 'x' }] }),
    ],
    [
      'eksFleet.readiness.compatibility[0].releases[0].kubernetes.to: "new"',
      component({ releases: [{ from: '1', kubernetes: { to: 'new' } }] }),
    ],
    [
      'eksFleet.readiness.compatibility: "karpenter" is there twice',
      {
        compatibility: [
          component().compatibility[0],
          component().compatibility[0],
        ],
      },
    ],
  ])('refuses with %s', (message, readiness) => {
    expect(() => read(readiness)).toThrow(message);
  });
});
