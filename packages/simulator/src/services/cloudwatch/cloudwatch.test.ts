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

import {
  DescribeAlarmsCommand,
  ListTagsForResourceCommand,
  paginateDescribeAlarms,
  type CloudWatchClient,
  type DescribeAlarmsCommandInput,
} from '@aws-sdk/client-cloudwatch';
import { executorOf, readerOf } from '../../__testUtils__/clients';
import { ManualClock } from '../../clock';
import type { AlarmSpec } from '../../model/alarms';
import { startSimulator } from '../../server/startSimulator';
import type { Simulator } from '../../server/types';

const ACCOUNT = '100000000001';
const ARN = (name: string) =>
  `arn:aws:cloudwatch:eu-west-1:${ACCOUNT}:alarm:${name}`;

describe('CloudWatch', () => {
  const clock = new ManualClock('2026-11-23T09:00:00Z');
  let simulator: Simulator;
  let cloudwatch: CloudWatchClient;

  beforeAll(async () => {
    simulator = await startSimulator({ fleet: '2x2x0', limits: 'off', clock });
    ({ cloudwatch } = await readerOf(simulator, ACCOUNT));
  });
  afterAll(() => simulator.stop());
  afterEach(() => simulator.clearFaults());

  beforeEach(() => {
    const { alarms } = simulator.model;
    for (const { arn } of alarms.list(ACCOUNT, 'eu-west-1')) {
      alarms.remove(arn);
    }
  });

  const put = (spec: Partial<AlarmSpec> = {}, accountId = ACCOUNT) =>
    simulator.model.alarms.put(simulator.model.account(accountId), {
      name: 'checkout-nodes',
      region: 'eu-west-1',
      ...spec,
    });
  const namesOf = async (input: DescribeAlarmsCommandInput) => {
    const { MetricAlarms } = await cloudwatch.send(
      new DescribeAlarmsCommand(input),
    );
    return MetricAlarms!.map(({ AlarmName }) => AlarmName);
  };

  it('describes an alarm with its state, dimensions and times', async () => {
    put({
      description: 'Nodes <fail> & "quoted"',
      dimensions: { ClusterName: 'checkout-eu' },
      threshold: 2.5,
      since: '2026-11-20T08:00:00.500Z',
    });
    const { MetricAlarms, CompositeAlarms, NextToken } = await cloudwatch.send(
      new DescribeAlarmsCommand({}),
    );
    expect(MetricAlarms).toEqual([
      expect.objectContaining({
        AlarmName: 'checkout-nodes',
        AlarmArn: ARN('checkout-nodes'),
        AlarmDescription: 'Nodes <fail> & "quoted"',
        StateValue: 'OK',
        Namespace: 'ContainerInsights',
        Dimensions: [{ Name: 'ClusterName', Value: 'checkout-eu' }],
        Threshold: 2.5,
        StateTransitionedTimestamp: new Date('2026-11-20T08:00:00.500Z'),
      }),
    ]);
    expect(CompositeAlarms).toEqual([]);
    expect(NextToken).toBeUndefined();
  });

  it('knows since when an alarm rings', async () => {
    put({ since: '2026-11-20T08:00:00Z' });
    const states = async () => {
      const { MetricAlarms } = await cloudwatch.send(
        new DescribeAlarmsCommand({}),
      );
      const [alarm] = MetricAlarms!;
      return [
        alarm.StateValue,
        alarm.StateUpdatedTimestamp,
        alarm.StateTransitionedTimestamp,
      ];
    };
    const first = clock.now();
    const response = await fetch(`${simulator.url}/_sim/alarms`, {
      method: 'POST',
      body: JSON.stringify({ arn: ARN('checkout-nodes'), state: 'ALARM' }),
    });
    expect(await response.json()).toEqual({
      arn: ARN('checkout-nodes'),
      state: 'ALARM',
    });
    expect(await states()).toEqual(['ALARM', first, first]);
    clock.advance(60);
    simulator.model.alarms.setState(ARN('checkout-nodes'), 'ALARM', 'still');
    expect(await states()).toEqual(['ALARM', clock.now(), first]);
    simulator.model.alarms.setState(ARN('checkout-nodes'), 'OK');
    expect(await states()).toEqual(['OK', clock.now(), clock.now()]);
  });

  it.each([
    [{}, ['a-one', 'a-two', 'b-three']],
    [{ AlarmNames: ['a-two', 'gone'] }, ['a-two']],
    [{ AlarmNamePrefix: 'a-' }, ['a-one', 'a-two']],
    [{ StateValue: 'ALARM' as const }, ['a-two']],
    [{ StateValue: 'INSUFFICIENT_DATA' as const }, ['b-three']],
    [{ AlarmTypes: ['CompositeAlarm' as const] }, []],
    [{ ActionPrefix: 'arn:aws:sns' }, ['a-one']],
  ])('finds with %j', async (input, names) => {
    put({ name: 'a-one', actions: ['arn:aws:sns:eu-west-1:1:page'] });
    put({ name: 'a-two', state: 'ALARM' });
    put({ name: 'b-three', state: 'INSUFFICIENT_DATA' });
    put({ name: 'elsewhere', region: 'us-east-1' });
    put({ name: 'not-ours' }, '100000000002');
    expect(await namesOf(input)).toEqual(names);
  });

  it('answers in pages of 50, or as asked', async () => {
    for (let index = 0; index < 120; index += 1) {
      put({ name: `alarm-${String(index).padStart(3, '0')}` });
    }
    const sizesOf = async (pageSize?: number) => {
      const sizes = [];
      for await (const { MetricAlarms } of paginateDescribeAlarms(
        { client: cloudwatch, pageSize },
        {},
      )) {
        sizes.push(MetricAlarms!.length);
      }
      return sizes;
    };
    expect(await sizesOf()).toEqual([50, 50, 20]);
    expect(await sizesOf(100)).toEqual([100, 20]);
  });

  it.each([
    [{ NextToken: 'made-up' }, 'InvalidNextToken'],
    [{ MaxRecords: 101 }, 'ValidationException'],
    [{ StateValue: 'RED' as 'OK' }, 'ValidationException'],
    [{ AlarmNames: ['a'], AlarmNamePrefix: 'a' }, 'ValidationException'],
  ])('refuses %j', async (input, name) => {
    await expect(
      cloudwatch.send(new DescribeAlarmsCommand(input)),
    ).rejects.toMatchObject({ name });
  });

  it('tells the tags of an alarm', async () => {
    put({ tags: { cluster: 'arn:aws:eks:eu-west-1:1:cluster/a' } });
    const { Tags } = await cloudwatch.send(
      new ListTagsForResourceCommand({ ResourceARN: ARN('checkout-nodes') }),
    );
    expect(Tags).toEqual([
      { Key: 'cluster', Value: 'arn:aws:eks:eu-west-1:1:cluster/a' },
    ]);
    await expect(
      cloudwatch.send(
        new ListTagsForResourceCommand({ ResourceARN: ARN('gone') }),
      ),
    ).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      ResourceType: 'Alarm',
    });
  });

  it('refuses who may not ask, and throttles', async () => {
    const { cloudwatch: executor } = await executorOf(simulator, ACCOUNT);
    await expect(
      executor.send(new DescribeAlarmsCommand({})),
    ).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('cloudwatch:DescribeAlarms'),
    });
    simulator.addFault({
      match: { service: 'monitoring' },
      effect: 'throttle',
      times: 1,
    });
    await expect(
      cloudwatch.send(new DescribeAlarmsCommand({})),
    ).rejects.toMatchObject({ name: 'Throttling' });
  });

  it.each([
    [{ arn: ARN('gone'), state: 'OK' }, 'There is no alarm'],
    [{ state: 'OK' }, 'arn must be a string'],
    [{ arn: ARN('a'), state: 'RED' }, 'state must be one of'],
    [{ arn: ARN('a'), state: 'OK', reason: 1 }, 'reason must be a string'],
    [{ arn: ARN('a'), value: 'OK' }, 'value is not known'],
  ])('does not change an alarm by %j', async (body, message) => {
    const response = await fetch(`${simulator.url}/_sim/alarms`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(400);
    expect((await response.json()).error).toContain(message);
  });

  it.each([
    ['POST', 'PutMetricData', '{}', 'InvalidAction;Sender'],
    ['POST', 'DescribeAlarms', '[]', 'SerializationException;Sender'],
  ])(
    'does not know %s of %s with %s',
    async (method, operation, body, error) => {
      const response = await fetch(simulator.url, {
        method,
        body,
        headers: {
          'x-amz-target': `GraniteServiceVersion20100801.${operation}`,
        },
      });
      expect(response.status).toBe(400);
      expect(response.headers.get('x-amzn-query-error')).toBe(error);
    },
  );
});
