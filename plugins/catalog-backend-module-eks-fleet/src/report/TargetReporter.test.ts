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
import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { TargetReporter } from './TargetReporter';

const TARGET = { accountId: '111111111111', region: 'eu-west-1' };
const NOON = new Date('2026-11-23T12:00:00Z');

describe('TargetReporter', () => {
  const api = {
    putTarget: jest.fn(),
    keepTargets: jest.fn(),
    putControlPlanes: jest.fn(),
  };
  const logger = mockServices.logger.mock();
  let reporter: TargetReporter;

  const clusters = (count: number) =>
    Array.from(
      { length: count },
      (_, index) => ({ name: `c${index}` } as ControlPlaneDocument),
    );
  const report = (count: number) =>
    reporter.controlPlanes('main', TARGET, NOON, {
      clusters: clusters(count),
      failures: [],
    });

  beforeEach(() => {
    jest.resetAllMocks();
    reporter = new TargetReporter(api, logger);
  });

  it.each([
    [0, []],
    [1, [1]],
    [100, [100]],
    [101, [100, 1]],
    [250, [100, 100, 50]],
  ])('hands over %d control planes in parts', async (count, sizes) => {
    await report(count);
    expect(
      api.putControlPlanes.mock.calls.map(([, body]) => body.clusters.length),
    ).toEqual(sizes);
  });

  it('says whose they are, and when they were read', async () => {
    await report(1);
    expect(api.putControlPlanes).toHaveBeenCalledWith(
      { provider: 'main', ...TARGET },
      { observedAt: NOON.toISOString(), clusters: [{ name: 'c0' }] },
    );
  });

  it('says what kept clusters from being described, if only that', async () => {
    const failures = [
      { name: 'c9', error: { code: 'forbidden' as const, message: 'no' } },
    ];
    await reporter.controlPlanes('main', TARGET, NOON, {
      clusters: [],
      failures,
    });
    expect(api.putControlPlanes.mock.calls.map(([, body]) => body)).toEqual([
      { observedAt: NOON.toISOString(), clusters: [], failures },
    ]);
    await reporter.controlPlanes('main', TARGET, NOON, {
      clusters: clusters(101),
      failures,
    });
    expect(
      api.putControlPlanes.mock.calls.slice(1).map(([, body]) => body.failures),
    ).toEqual([failures, undefined]);
  });

  it('says once that the backend does not take them, and goes on', async () => {
    api.putControlPlanes.mockRejectedValue(new Error('404'));
    await report(250);
    await reporter.report('main', TARGET, {} as never);
    await report(1);
    expect(api.putControlPlanes).toHaveBeenCalledTimes(4);
    expect(api.putTarget).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn.mock.calls[0][0]).toMatch(
      /What clusters are like could not be handed to the eks-fleet backend.*404/,
    );
  });

  it('says it again where it worked in between', async () => {
    const broken = new Error('down');
    api.putControlPlanes
      .mockRejectedValueOnce(broken)
      .mockResolvedValueOnce(undefined)
      .mockRejectedValueOnce(broken);
    await report(1);
    await report(1);
    await report(1);
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });
});
