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

import { NOW } from '../__testUtils__/clock';
import {
  ago,
  assessmentInput,
  insight,
  observed,
} from './__testUtils__/assessment';
import { nextAssessment } from './nextAssessment';

const MINUTE_MS = 60_000;
const minutes = (input: Parameters<typeof nextAssessment>[0]) =>
  (nextAssessment(input).getTime() - NOW.getTime() - 1_000) / MINUTE_MS;

describe('the next assessment', () => {
  it('is when an observation gets too old', () => {
    expect(minutes(assessmentInput())).toBe(25);
  });

  it('is half an hour away at the most', () => {
    expect(minutes({ ...assessmentInput(), observations: {} })).toBe(30);
  });

  it('is when a waiver ends', () => {
    const waiver = {
      id: 'a',
      findingKey: 'k',
      reason: 'r',
      until: ago(-3 * MINUTE_MS),
      by: 'user:default/pat',
      at: ago(0),
      active: true,
    };
    expect(minutes(assessmentInput({ waivers: [waiver] }))).toBe(3);
  });

  it('is when an insight gets too old', () => {
    const lastRefreshTime = ago(48 * 60 * MINUTE_MS - 7 * MINUTE_MS);
    expect(
      minutes(
        assessmentInput({
          observations: {
            insights: observed({
              insights: [insight({ lastRefreshTime })],
              unreadable: [],
            }),
          },
        }),
      ),
    ).toBe(7);
  });

  it('is not for times that are past or none', () => {
    const stale = { source: 'collector' as const, freshUntil: ago(1) };
    const odd = { source: 'collector' as const, freshUntil: 'never' };
    expect(
      minutes({
        ...assessmentInput(),
        observations: { addons: stale, x: odd },
      }),
    ).toBe(30);
  });
});
