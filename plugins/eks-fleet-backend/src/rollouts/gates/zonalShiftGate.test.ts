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
import { DefaultEksFleetAwsService } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { startSimulator, type Simulator } from '@eks-fleet/simulator';
import { gateCluster, gateContext } from './__testUtils__/gates';
import { createZonalShiftGate } from './zonalShiftGate';

const ACCOUNT = '100000000001';

describe('the gate zonalShift', () => {
  const environment = { ...process.env };
  let simulator: Simulator;

  beforeAll(async () => {
    simulator = await startSimulator({ fleet: '1x1x0' });
    Object.assign(process.env, simulator.environment());
  });

  afterEach(() => simulator.clearFaults());

  afterAll(async () => {
    process.env = environment;
    await simulator.stop();
  });

  function start(...names: string[]) {
    const clusters = names.map(name =>
      simulator.model.addCluster(ACCOUNT, {
        name,
        region: 'eu-west-1',
        version: '1.34',
        zonalShift: true,
      }),
    );
    const gate = createZonalShiftGate(
      DefaultEksFleetAwsService.fromConfig(
        mockServices.rootConfig({
          data: { aws: { accountDefaults: { roleName: 'eks-fleet-reader' } } },
        }),
      ),
    );
    return {
      clusters,
      check: () =>
        gate.check(
          gate.parse({}),
          gateContext({
            clusters: clusters.map(({ arn, name }) =>
              gateCluster(name, { arn, accountId: ACCOUNT }),
            ),
          }),
        ),
    };
  }

  it('is open where no traffic is moved', async () => {
    expect(await start('calm').check()).toEqual({
      state: 'open',
      message: 'No zonal shift is active',
    });
  });

  it('is shut while traffic of a cluster is moved away from a zone', async () => {
    const { check, clusters } = start('moved', 'beside');
    await fetch(`${simulator.url}/_sim/zonal-shifts`, {
      method: 'POST',
      body: JSON.stringify({ arn: clusters[0].arn, awayFrom: 'euw1-az1' }),
    });
    const result = await check();
    expect(result).toMatchObject({
      state: 'shut',
      code: 'gate.zonalShift',
      message: 'Traffic of moved is moved away from euw1-az1',
      evidence: { shifts: [{ arn: clusters[0].arn, awayFrom: 'euw1-az1' }] },
    });
    expect(Date.parse(result.until!)).toBeGreaterThan(Date.now());
  });

  it('opens nothing that it cannot read', async () => {
    const { check } = start('denied');
    simulator.addFault({
      match: { operation: 'ListZonalShifts' },
      effect: 'deny',
    });
    expect(await check()).toMatchObject({
      state: 'unknown',
      code: 'gate.unreadable',
      message: expect.stringContaining('eu-west-1 cannot be read'),
    });
  });
});
