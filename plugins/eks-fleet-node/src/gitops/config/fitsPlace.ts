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

import { fitsPattern } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { NamespacePlace, PlaceMatch } from './types';

/** Whether a namespace, or an application, fits each list of a match that is given. */
export function fitsPlace(
  match: PlaceMatch,
  place: Pick<NamespacePlace, 'team' | 'environment'> & Partial<NamespacePlace>,
): boolean {
  const pairs = [
    [match.teams, place.team],
    [match.environments, place.environment],
    [match.accounts, place.accountId],
    [match.regions, place.region],
    [match.clusters, place.cluster],
  ] as const;
  return pairs.every(
    ([patterns, name]) =>
      patterns === undefined ||
      (name !== undefined &&
        patterns.some(pattern => fitsPattern(pattern, name))),
  );
}
