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

import { executorOf, readerKeys, type Keys } from '../../__testUtils__/clients';
import { signedGet } from '../../__testUtils__/signedGet';
import { ManualClock } from '../../clock';
import type { Cluster } from '../../model/types';
import { startZonalShift } from '../../model/zonalShifts';
import { startSimulator } from '../../server/startSimulator';
import type { Simulator } from '../../server/types';
import { UpdateClusterConfigCommand } from '@aws-sdk/client-eks';

const ACCOUNT = '100000000001';
const name = 'one';

describe('zonal shift', () => {
  let clock: ManualClock;
  let simulator: Simulator;
  let credentials: Keys;
  let cluster: Cluster;

  beforeEach(async () => {
    clock = new ManualClock('2026-11-23T09:00:00Z');
    simulator = await startSimulator({ fleet: '1x1x0', clock });
    credentials = await readerKeys(simulator, ACCOUNT);
    cluster = simulator.model.addCluster(ACCOUNT, {
      name,
      region: 'eu-west-1',
      version: '1.34',
      zonalShift: true,
    });
  });
  afterEach(() => simulator.stop());

  const get = (path: string) =>
    signedGet(new URL(path, simulator.url), {
      service: 'arc-zonal-shift',
      region: 'eu-west-1',
      credentials,
    });
  const resource = () =>
    get(`/managedresources/${encodeURIComponent(cluster.arn)}`);
  const shift = (body: Record<string, unknown>) =>
    fetch(`${simulator.url}/_sim/zonal-shifts`, {
      method: 'POST',
      body: JSON.stringify({ arn: cluster.arn, ...body }),
    });

  it('is none for a cluster where nothing was shifted', async () => {
    expect(await resource()).toMatchObject({
      status: 200,
      body: {
        arn: cluster.arn,
        name,
        appliedWeights: { 'euw1-az1': 1, 'euw1-az2': 1, 'euw1-az3': 1 },
        zonalShifts: [],
        autoshifts: [],
        zonalAutoshiftStatus: 'DISABLED',
      },
    });
    expect((await get('/zonalshifts')).body).toEqual({ items: [] });
  });

  it('is active until it expires', async () => {
    await shift({ awayFrom: 'euw1-az2', minutes: 30, comment: 'storage' });
    const startTime = clock.now().getTime() / 1000;
    const said = {
      zonalShiftId: expect.any(String),
      resourceIdentifier: cluster.arn,
      awayFrom: 'euw1-az2',
      startTime,
      expiryTime: startTime + 1800,
      comment: 'storage',
      shiftType: 'ZONAL_SHIFT',
    };
    expect((await resource()).body).toMatchObject({
      appliedWeights: { 'euw1-az1': 1, 'euw1-az2': 0, 'euw1-az3': 1 },
      zonalShifts: [{ ...said, appliedStatus: 'APPLIED' }],
    });
    const active = '/zonalshifts?status=ACTIVE';
    expect((await get(active)).body.items).toEqual([
      { ...said, status: 'ACTIVE' },
    ]);
    clock.advance(1800);
    expect((await get(active)).body.items).toEqual([]);
    expect((await get('/zonalshifts')).body.items).toEqual([
      { ...said, status: 'EXPIRED' },
    ]);
    expect((await resource()).body.zonalShifts).toEqual([]);
  });

  it('can be cancelled', async () => {
    await shift({});
    await shift({ cancel: true });
    expect((await get('/zonalshifts')).body.items).toMatchObject([
      { status: 'CANCELED' },
    ]);
  });

  it('of AWS itself is told with the resource alone', async () => {
    await shift({ type: 'ZONAL_AUTOSHIFT' });
    expect((await get('/zonalshifts')).body.items).toEqual([]);
    expect((await resource()).body.autoshifts).toMatchObject([
      { appliedStatus: 'APPLIED', awayFrom: 'euw1-az1' },
    ]);
  });

  it('is listed for one resource, and in pages', async () => {
    const other = simulator.model.addCluster(ACCOUNT, {
      name: 'two',
      region: 'eu-west-1',
      version: '1.34',
      zonalShift: true,
    });
    [cluster, other].forEach(one => startZonalShift(one, {}, clock.now()));
    const query = `resourceIdentifier=${encodeURIComponent(other.arn)}`;
    expect((await get(`/zonalshifts?${query}`)).body.items).toMatchObject([
      { resourceIdentifier: other.arn },
    ]);
    const page = await get('/zonalshifts?maxResults=1');
    const next = encodeURIComponent(page.body.nextToken);
    const rest = await get(`/zonalshifts?maxResults=1&nextToken=${next}`);
    expect([...page.body.items, ...rest.body.items]).toHaveLength(2);
    expect(rest.body.nextToken).toBeUndefined();
  });

  it('knows a cluster from when zonal shift is enabled', async () => {
    cluster.zonalShift = false;
    expect(await resource()).toMatchObject({
      status: 404,
      error: 'ResourceNotFoundException',
    });
    const { eks } = await executorOf(simulator, ACCOUNT);
    await eks.send(
      new UpdateClusterConfigCommand({
        name,
        zonalShiftConfig: { enabled: true },
      }),
    );
    clock.advance(60);
    expect((await resource()).status).toBe(200);
  });

  it.each([
    ['/zonalshifts?status=OVER', 400, 'ValidationException'],
    ['/zonalshifts?maxResults=0', 400, 'ValidationException'],
    ['/zonalshifts?nextToken=made-up', 400, 'ValidationException'],
    ['/managedresources/arn:gone', 404, 'ResourceNotFoundException'],
    ['/managedresources', 404, 'UnknownOperationException'],
  ])('refuses %s', async (path, status, error) => {
    expect(await get(path)).toMatchObject({ status, error });
  });

  it.each([
    [{ arn: undefined }, 'arn must be a string'],
    [{ arn: 'arn:gone' }, 'there is no cluster'],
    [{ minutes: 0 }, 'minutes must be'],
    [{ type: 'MOVE' }, 'type must be one of'],
    [{ cancel: 1 }, 'cancel must be'],
    [{ comment: 1 }, 'comment must be a string'],
    [{ zone: 'a' }, 'zone is not known'],
  ])('is not started by %j', async (body, message) => {
    const response = await shift(body);
    expect(response.status).toBe(400);
    expect((await response.json()).error).toContain(message);
  });

  it('is not started where it is not enabled', async () => {
    cluster.zonalShift = false;
    expect((await shift({})).status).toBe(400);
  });
});
