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

import type { HubFinding } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { createHash } from 'node:crypto';
import type { HubPass, HubStreamState } from '../types';

export const HUB_SCOPE = 'aws/111111111111/eu-west-1';

/** What a control says of a cluster. */
export function hubControl(
  id: string,
  more: Partial<HubFinding> & {
    verdict?: NonNullable<HubFinding['control']>['verdict'];
  } = {},
): HubFinding {
  const { verdict = 'fail', ...fields } = more;
  return {
    key: keyOf(`${fields.arn} ${id}`),
    stream: 'controls',
    updatedAt: '2026-11-23T06:00:00.000Z',
    observedAt: '2026-11-23T06:00:00.000Z',
    isOver: false,
    control: {
      id,
      title: `${id} is met`,
      severity: 'high',
      verdict,
      resource: { kind: 'Cluster', name: 'alpha' },
    },
    ...fields,
  };
}

/** What Policy Reporter sent of a cluster. */
export function hubReport(
  name: string,
  more: Partial<HubFinding> = {},
): HubFinding {
  return {
    key: keyOf(`${more.arn} ${name}`),
    stream: 'reports',
    updatedAt: '2026-11-23T06:00:00.000Z',
    observedAt: '2026-11-23T06:00:00.000Z',
    isOver: false,
    outcome: {
      policy: { engine: 'kyverno', kind: 'ClusterPolicy', name: 'labels' },
      result: 'fail',
      severity: 'medium',
      resource: { kind: 'Deployment', namespace: 'shop', name },
    },
    ...more,
  };
}

/** Everything, as it is read the first time and each day. */
export function wholePass(now: Date): (state: HubStreamState) => HubPass {
  return ({ pass }) => ({
    kind: 'full',
    startedAt: now.toISOString(),
    pass: pass + 1,
  });
}

/** What was updated since the last time. */
export function increment(now: Date): (state: HubStreamState) => HubPass {
  return ({ pass, watermark }) => ({
    kind: 'increment',
    startedAt: now.toISOString(),
    pass,
    from: watermark,
  });
}

function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
