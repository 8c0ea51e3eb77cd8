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
import type { CollectedCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { FailureLog } from './FailureLog';

const cluster = (name: string): CollectedCluster => ({
  partition: 'aws',
  accountId: '111111111111',
  region: 'eu-west-1',
  entityRef: `resource:default/${name}`,
  arn: `arn:aws:eks:eu-west-1:111111111111:cluster/${name}`,
  name,
});

describe('FailureLog', () => {
  const logger = mockServices.logger.mock();

  beforeEach(() => jest.clearAllMocks());

  it('says once that a kind fails in a target, and once that it is well again', () => {
    const log = new FailureLog(logger);
    const error = { code: 'forbidden' as const, message: 'No.' };
    log.failed(cluster('alpha'), 'insights', error);
    log.failed(cluster('beta'), 'insights', error);
    log.succeeded(cluster('alpha'), 'insights');
    log.succeeded(cluster('beta'), 'insights');
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      'Collecting insights fails in 111111111111/eu-west-1 (forbidden), first at alpha. No.',
    );
    expect(logger.info).toHaveBeenCalledTimes(1);
  });

  it('does not cry over what some clusters have and others do not', () => {
    const log = new FailureLog(logger);
    for (const name of ['alpha', 'beta']) {
      log.succeeded(cluster(name), 'policyKyverno');
      log.failed(cluster(name), 'policyKyverno', {
        code: 'notInstalled',
        message: 'Kyverno is not there',
      });
    }
    expect(logger.warn).not.toHaveBeenCalled();
    expect(logger.info).not.toHaveBeenCalled();
  });
});
