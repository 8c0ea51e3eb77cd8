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

import { gateCluster, gateContext } from './__testUtils__/gates';
import { createAlarmsGate } from './alarmsGate';

const alert = { fingerprint: 'f', name: 'Burns', arn: 'arn' };

describe('the gate alarms', () => {
  it.each([
    ['quiet', 'open', undefined],
    ['hold', 'shut', 'gate.alarms'],
    ['pause', 'shut', 'gate.alarms'],
    ['unknown', 'unknown', 'gate.unreadable'],
  ] as const)('is, where alarms say %s, %s', async (said, state, code) => {
    const gate = createAlarmsGate({
      check: async () => ({ state: said, message: 'Burns', alerts: [alert] }),
    });
    const result = await gate.check(gate.parse({}), gateContext());
    expect(result).toMatchObject({ state, evidence: { alerts: [alert] } });
    expect(result.code).toBe(code);
  });

  it('asks for the clusters of the wave and all that were changed, each once', async () => {
    const check = jest
      .fn()
      .mockResolvedValue({ state: 'quiet', message: '', alerts: [] });
    const gate = createAlarmsGate({ check });
    const rules = { quiet: '5m' };
    await gate.check(
      gate.parse(rules),
      gateContext({
        clusters: [gateCluster('b')],
        changed: [gateCluster('a'), gateCluster('b')],
      }),
    );
    const [clusters, asked] = check.mock.calls[0];
    expect(clusters.map(({ name }: { name: string }) => name)).toEqual([
      'a',
      'b',
    ]);
    expect(asked).toEqual(rules);
  });
});
