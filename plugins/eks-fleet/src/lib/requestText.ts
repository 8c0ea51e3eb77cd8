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

import type { FleetRequestSummary } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Translate } from '../translation';

/**
 * What happens with a request now, or why it ended; what should be looked at
 * comes first.
 */
export function requestNow(
  t: Translate,
  request: Pick<
    FleetRequestSummary,
    'message' | 'problem' | 'queue' | 'waiting'
  >,
): string | undefined {
  const { message, problem, queue, waiting } = request;
  if (problem) {
    return t('requests.problem', { problem });
  }
  if (queue) {
    return t('requests.queue', { count: queue.position });
  }
  return message ?? (waiting && t(`requestWaits.${waiting.code}`));
}
