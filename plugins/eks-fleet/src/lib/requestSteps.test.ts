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

import { stepTime } from './requestSteps';

const NOW = new Date('2026-11-23T12:00:00Z');
const step = { state: 'merged', status: 'now' } as const;

describe('stepTime', () => {
  it.each([
    [
      {
        status: 'done',
        at: '2026-11-23T10:00:00Z',
        until: '2026-11-23T10:01:00Z',
      },
      { kind: 'took', seconds: 60 },
    ],
    [{ status: 'done', at: '2026-11-23T10:00:00Z' }, undefined],
    [
      { status: 'ahead', usuallySeconds: 40 },
      { kind: 'usually', seconds: 40 },
    ],
    [{ status: 'ahead' }, undefined],
    [
      { at: '2026-11-23T11:59:00Z', usuallySeconds: 90 },
      { kind: 'toGo', seconds: 30 },
    ],
    [
      { at: '2026-11-23T11:00:00Z', usuallySeconds: 90 },
      { kind: 'longer', seconds: 90 },
    ],
    // The reader's clock is behind.
    [
      { at: '2026-11-23T12:05:00Z', usuallySeconds: 90 },
      { kind: 'toGo', seconds: 90 },
    ],
    [{ usuallySeconds: 90 }, { kind: 'usually', seconds: 90 }],
    [{ at: '2026-11-23T11:00:00Z' }, undefined],
    [{ status: 'skipped', usuallySeconds: 90 }, undefined],
    [{ status: 'stopped', usuallySeconds: 90 }, undefined],
  ] as const)('tells of %j %j', (part, told) => {
    expect(stepTime({ ...step, ...part }, NOW)).toEqual(told);
  });
});
