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

/** A token that is valid, unless said otherwise. */
export function aToken(part: Partial<IngestToken> = {}): IngestToken {
  return {
    id: 'token-1',
    label: 'Policy Reporter',
    state: 'valid',
    issuedBy: 'user:default/pat',
    issuedAt: '2026-11-20T10:00:00Z',
    expiresAt: '2027-02-18T10:00:00Z',
    ...part,
  };
}
