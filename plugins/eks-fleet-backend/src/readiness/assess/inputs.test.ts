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

import { NOW } from '../../__testUtils__/clock';
import {
  ago,
  assessmentInput,
  findingOf,
  healthyDocuments,
  news,
  observed,
} from '../__testUtils__/assessment';
import { assessReadiness } from './assessReadiness';

const { insights } = healthyDocuments();
const stateOf = (change: Parameters<typeof news>[0], kind: string) =>
  assessReadiness(assessmentInput(change)).inputs.find(
    ({ observation }) => observation.kind === kind,
  );

describe('what a verdict rests on', () => {
  it('is said to be missing, failing or too old, with why and since when', () => {
    expect(news({ observations: { insights: undefined } })).toEqual([
      'unknown observation-missing:insights',
    ]);
    const failing = {
      observations: {
        insights: observed(insights, {
          error: {
            code: 'forbidden' as const,
            message: 'User 111111111111 may not',
            since: ago(60_000),
          },
        }),
      },
    };
    expect(findingOf(failing, 'observation-failing')).toMatchObject({
      key: 'observation-failing:insights',
      causeKey: 'observation-failing:insights:forbidden',
      message:
        'Upgrade insights cannot be read (forbidden); last seen 2026-11-23T11:55:00.000Z',
      evidence: {
        facts: {
          error: 'forbidden: User 111111111111 may not',
          since: ago(60_000),
        },
      },
    });
    expect(
      news({
        observations: { insights: observed(insights, { freshUntil: ago(0) }) },
      }),
    ).toEqual(['unknown observation-stale:insights']);
  });

  it('still is what was seen last: blocked stays blocked', () => {
    const change = {
      observations: {
        subnets: observed(
          { subnets: [], missing: ['subnet-x'] },
          { freshUntil: ago(1) },
        ),
      },
    };
    expect(assessReadiness(assessmentInput(change)).verdict).toBe('blocked');
  });

  it('does not apply for Kubernetes where nobody asks it', () => {
    expect(stateOf({}, 'kubernetesDisruption')).toMatchObject({
      required: false,
      observation: { state: 'notApplicable' },
    });
    expect(
      stateOf(
        { observations: { kubernetesNodes: observed(undefined) } },
        'kubernetesDisruption',
      )?.observation.state,
    ).toBe('missing');
  });

  it('may be what a collector of somebody else sees', () => {
    const { settings } = assessmentInput();
    const required = [...settings.required, 'acme.backups'];
    expect(news({ settings: { ...settings, required } })).toEqual([
      'unknown observation-missing:acme.backups',
    ]);
  });

  it.each([
    ['an hour', 3_600_000],
    ['ten years', 10 * 365 * 86_400_000],
  ])('is fresh where the clock that saw it is %s ahead', (_, ahead) => {
    const observedAt = new Date(NOW.getTime() + ahead).toISOString();
    const freshUntil = new Date(NOW.getTime() + ahead + 60_000).toISOString();
    expect(
      stateOf(
        {
          observations: {
            insights: observed(insights, { observedAt, freshUntil }),
          },
        },
        'insights',
      )?.observation,
    ).toMatchObject({ state: 'fresh', observedAt: NOW.toISOString() });
  });
});
