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

import type { RequestState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { aRequest, NOW } from '../__testUtils__/aRequest';
import type { RequestRecord } from '../types';
import { presentSteps } from './presentSteps';

const at = NOW.toISOString();

function on(state: RequestState, reached: RequestState[]): RequestRecord {
  const record = aRequest({ state });
  return {
    ...record,
    progress: {
      ...record.progress,
      steps: reached.map((each, index) => ({
        state: each,
        at,
        source: 'git' as const,
        ...(index < reached.length - 1 && { until: at }),
      })),
    },
  };
}

const line = (record: RequestRecord) =>
  presentSteps(record, []).map(({ state, status }) => `${state} ${status}`);

describe('presentSteps', () => {
  it('says what was, what is and what is ahead', () => {
    expect(line(on('merged', ['draft', 'proposed', 'merged']))).toEqual([
      'draft done',
      'pendingApproval skipped',
      'proposed done',
      'merged now',
      'synced ahead',
      'provisioning ahead',
      'registered ahead',
      'ready ahead',
    ]);
  });

  it('ends where the request ended', () => {
    expect(
      line(on('rejected', ['draft', 'pendingApproval', 'rejected'])),
    ).toEqual(['draft done', 'pendingApproval done', 'rejected stopped']);
    expect(
      line(on('ready', ['draft', 'proposed', 'merged', 'ready'])).at(-1),
    ).toBe('ready done');
  });

  it('says how long it usually takes only where that was measured', () => {
    const steps = presentSteps(on('proposed', ['draft', 'proposed']), [
      { state: 'merged', seconds: 42, requests: 3 },
    ]);
    expect(steps.find(({ state }) => state === 'merged')).toMatchObject({
      usuallySeconds: 42,
      usuallyOf: 3,
    });
    expect(steps.find(({ state }) => state === 'synced')).toEqual({
      state: 'synced',
      status: 'ahead',
    });
  });
});
