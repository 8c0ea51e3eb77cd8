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

import type { PolicyOutcome } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { PartBuffer, type PartContents } from './PartBuffer';

const outcome = (name: string, message = ''): PolicyOutcome => ({
  policy: { engine: 'kyverno', kind: 'ClusterPolicy', name: 'p' },
  result: 'fail',
  message,
  resource: { kind: 'Pod', name },
});
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => outcome(`pod-${at}`));
const namesOf = (parts: PartContents[]) =>
  parts.flatMap(({ outcomes = [] }) =>
    outcomes.map(({ resource }) => resource.name),
  );

describe('PartBuffer', () => {
  it('cuts what it is given into parts of so many, in order', async () => {
    const parts: PartContents[] = [];
    const buffer = new PartBuffer(async part => void parts.push(part), {
      items: 10,
      bytes: 1e6,
    });
    await buffer.outcomes(many(24));
    await buffer.outcomes(many(3));
    const rest = await buffer.rest();
    expect(parts.map(({ outcomes }) => outcomes!.length)).toEqual([10, 10]);
    expect(rest.outcomes).toHaveLength(7);
    expect(namesOf([...parts, rest])).toEqual(
      [...many(24), ...many(3)].map(({ resource }) => resource.name),
    );
  });

  it('cuts by what it weighs too', async () => {
    const parts: PartContents[] = [];
    const buffer = new PartBuffer(async part => void parts.push(part), {
      items: 1000,
      bytes: 10_000,
    });
    await buffer.outcomes(
      Array.from({ length: 9 }, (_, at) => outcome(`${at}`, 'x'.repeat(3_000))),
    );
    await buffer.rest();
    for (const part of parts) {
      expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThan(10_100);
    }
    expect(parts).toHaveLength(2);
  });

  it('holds no more than a part of findings, however many there are', async () => {
    let held = 0;
    let most = 0;
    const buffer = new PartBuffer(
      async ({ outcomes = [] }) => {
        held -= outcomes.length;
      },
      { items: 500, bytes: 1e6 },
    );
    for (let page = 0; page < 40; page += 1) {
      held += 500;
      most = Math.max(most, held);
      await buffer.outcomes(many(500));
    }
    await buffer.rest();
    expect(most).toBeLessThanOrEqual(1_000);
  });

  it('brings what nobody waits for with the next that is waited for', async () => {
    const parts: PartContents[] = [];
    const buffer = new PartBuffer(async part => void parts.push(part), {
      items: 2,
      bytes: 1e6,
    });
    for (const { policy } of many(5)) {
      buffer.tally({ policy, passes: 'exact', pass: 1 });
    }
    expect(parts).toEqual([]);
    const rest = await buffer.rest();
    expect([...parts, rest].map(({ tallies }) => tallies!.length)).toEqual([
      2, 2, 1,
    ]);
  });

  it('passes on that a part was not taken', async () => {
    const buffer = new PartBuffer(
      async () => {
        throw new Error('no');
      },
      { items: 1, bytes: 1e6 },
    );
    await expect(buffer.outcomes(many(2))).rejects.toThrow('no');
  });
});
