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
import { RequestSignals } from './RequestSignals';

describe('signals of requests', () => {
  it('name each request that changed, and nothing else of it', async () => {
    const publish = jest.fn();
    const signals = new RequestSignals({
      signals: { publish },
      logger: mockServices.logger.mock(),
    });
    await signals.changed(['a', 'b']);
    expect(publish.mock.calls).toEqual(
      ['a', 'b'].map(request => [
        {
          recipients: { type: 'broadcast' },
          channel: 'eks-fleet:requests',
          message: { request },
        },
      ]),
    );
  });

  it('keep nothing from going on where they cannot be sent', async () => {
    const logger = mockServices.logger.mock();
    const signals = new RequestSignals({
      signals: { publish: jest.fn().mockRejectedValue(new Error('gone')) },
      logger,
    });
    await signals.changed(['a']);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });
});
