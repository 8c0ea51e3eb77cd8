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

import type { IngestToken } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { DateTime } from 'luxon';
import type { TokenCluster, TokenRecord } from './types';

/** From then on people are told that a token ends. */
const SOON_DAYS = 14;

/** What a token is worth. */
export function tokenState(
  token: Pick<TokenRecord, 'cluster' | 'expiresAt' | 'revokedAt'>,
  cluster: TokenCluster,
  now: Date,
): IngestToken['state'] {
  if (token.revokedAt) {
    return 'revoked';
  }
  if (!isOfCluster(token, cluster)) {
    return 'ofFormerCluster';
  }
  const at = now.toISOString();
  if (token.expiresAt <= at) {
    return 'expired';
  }
  return token.expiresAt <= soonAfter(now) ? 'expiresSoon' : 'valid';
}

/** What ends until then ends soon. ISO 8601. */
export function soonAfter(now: Date): string {
  return DateTime.fromJSDate(now)
    .plus({ days: SOON_DAYS })
    .toJSDate()
    .toISOString();
}

/** Whether it was issued for this cluster, and not for one that had its name before. */
function isOfCluster(
  { cluster: { arn, createdAt } }: Pick<TokenRecord, 'cluster'>,
  now: TokenCluster,
): boolean {
  return (
    arn === now.arn &&
    (createdAt === '' || now.createdAt === '' || createdAt === now.createdAt)
  );
}
