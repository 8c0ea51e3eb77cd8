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

/**
 * What a deep link into the portal may name.
 *
 * @public
 */
export interface DeepLinkTarget {
  arn?: string;
  account?: string;
  region?: string;
  cluster?: string;
  /** Id of a rollout, and of a cell of it. */
  rollout?: string;
  cell?: string;
  /** Of the rollout, from 1. */
  wave?: number;
  view?: DeepLinkView;
  /** Name of a policy, to lead to what breaks it. */
  policy?: string;
  /** Of the resource that breaks a policy. */
  namespace?: string;
  kind?: string;
  resource?: string;
}

/**
 * Views of a cluster that a deep link may ask for.
 *
 * @public
 */
export type DeepLinkView =
  | 'bom'
  | 'readiness'
  | 'policy'
  | 'alerts'
  | 'timeline';

const KEYS = [
  'arn',
  'account',
  'region',
  'cluster',
  'rollout',
  'cell',
  'wave',
  'view',
  'policy',
  'namespace',
  'kind',
  'resource',
] as const;

/**
 * A link that stays true however the pages move: `<portalPath>/go?…`.
 *
 * @param portalPath - where the pages are mounted, `/eks-fleet` by default
 * @public
 */
export function deepLink(
  target: DeepLinkTarget,
  portalPath = '/eks-fleet',
): string {
  const query = new URLSearchParams();
  for (const key of KEYS) {
    const value = target[key];
    if (value) {
      query.set(key, String(value));
    }
  }
  return `${portalPath.replace(/\/+$/, '')}/go?${query}`;
}
