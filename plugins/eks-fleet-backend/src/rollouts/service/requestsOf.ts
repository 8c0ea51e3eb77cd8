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

import type { CellRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CellRecord } from '../records';

/** What of a cell waits for a second person. */
export function requestsOf({
  clusters,
}: Pick<CellRecord, 'clusters'>): CellRequest[] {
  const force = clusters.find(({ forceAsked }) => forceAsked)?.forceAsked;
  const back = clusters.find(({ backAsked }) => backAsked)?.backAsked;
  return [
    ...(force ? [{ ...force, act: 'force' as const, force: false }] : []),
    ...(back
      ? [{ ...back, act: 'rollBack' as const, force: back.force ?? false }]
      : []),
  ];
}
