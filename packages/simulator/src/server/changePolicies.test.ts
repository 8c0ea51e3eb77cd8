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

import { startSimulator } from './startSimulator';
import type { Simulator } from './types';

describe('POST /_sim/policies', () => {
  let simulator: Simulator;

  beforeEach(async () => {
    simulator = await startSimulator({ fleet: '1x1x1' });
  });
  afterEach(() => simulator.stop());

  const post = async (body: Record<string, unknown>) => {
    const response = await fetch(`${simulator.url}/_sim/policies`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return { status: response.status, ...(await response.json()) };
  };
  const cluster = () => simulator.model.clusters()[0];

  it('changes what is named and leaves the rest', async () => {
    const { arn } = cluster();
    const values = { policies: { 'no-latest-tag': { mode: 'enforce' } } };
    await post({ arn, values, chart: 'fleet-policies-0.0.9' });
    await post({ arn, chart: null, gatekeeper: { auditedSecondsAgo: 60 } });
    expect(cluster().kubernetes.policies).toEqual({
      values,
      gatekeeper: { auditedSecondsAgo: 60 },
    });
  });

  it.each([
    [{ arn: undefined }, 'arn must be a string'],
    [{ arn: 'arn:gone' }, 'there is no cluster'],
    [{ exceptions: {} }, 'exceptions must be a list'],
    [{ values: [] }, 'values must be an object'],
    [{ other: 1 }, 'other is not known'],
  ])('refuses %j', async (body, message) => {
    const { status, error } = await post({ arn: cluster().arn, ...body });
    expect(status).toBe(400);
    expect(error).toContain(message);
  });
});
