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

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { TargetRecord } from '../state/types';

const MOST_NAMED = 10;

/** One line for a scan, however many targets fail. */
export function logOutcome(
  logger: LoggerService,
  records: TargetRecord[],
  held: number,
): void {
  const failing = records.filter(
    ({ error, unmanagedSince }) => error && !unmanagedSince,
  );
  const clusters = records.reduce((sum, one) => sum + one.clusterCount, 0);
  const message = `${clusters} clusters in ${records.length} targets`;
  if (failing.length === 0 && held === 0) {
    logger.debug(message);
    return;
  }
  const names = failing
    .slice(0, MOST_NAMED)
    .map(one => `${one.accountId}/${one.region} (${one.error?.code})`);
  logger.warn(
    `${message}; ${failing.length} failing${
      names.length ? `: ${names.join(', ')}` : ''
    }${failing.length > MOST_NAMED ? ', …' : ''}${
      held ? `; ${held} removals wait to be accepted` : ''
    }`,
  );
}
