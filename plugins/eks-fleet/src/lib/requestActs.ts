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

import type { FleetRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What can be done with a request, besides saying something. */
export type RequestAct = 'approve' | 'amend' | 'reject' | 'cancel';

/** What the reader may do with a request now, in the order of the buttons. */
export function requestActs({
  rights,
}: Pick<FleetRequest, 'rights'>): RequestAct[] {
  return [
    ...(rights.decide ? (['approve'] as const) : []),
    ...(rights.amend ? (['amend'] as const) : []),
    ...(rights.decide ? (['reject'] as const) : []),
    ...(rights.cancel ? (['cancel'] as const) : []),
  ];
}
