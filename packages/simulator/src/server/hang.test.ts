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

import { setImmediate } from 'node:timers/promises';
import { ListClustersCommand } from '@aws-sdk/client-eks';
import { readerOf } from '../__testUtils__/clients';
import { startSimulator } from './startSimulator';

describe('an AWS call that hangs', () => {
  it('is answered by nothing until somebody hangs up, and harms no other', async () => {
    const simulator = await startSimulator({ fleet: '1x1x1' });
    const { eks } = await readerOf(simulator, '100000000001');
    simulator.addFault({ match: {}, effect: 'hang', times: 1 });
    let ended = false;
    const failure = eks.send(new ListClustersCommand({})).then(
      () => undefined,
      error => {
        ended = true;
        return error;
      },
    );
    while (!simulator.calls().some(({ error }) => error === 'NoAnswer')) {
      await setImmediate();
    }
    await expect(eks.send(new ListClustersCommand({}))).resolves.toMatchObject({
      clusters: ['cluster-0001'],
    });
    expect(ended).toBe(false);
    await simulator.stop();
    expect(String(await failure)).toMatch(/hang up|ECONNRESET/);
  });
});
