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

import type { PlacementReason } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** One thing that speaks for or against a cluster; more score is better. */
export interface Judgement {
  reason?: PlacementReason;
  score?: number;
}

export function pro(code: string, message: string): PlacementReason {
  return { code, weight: 'for', message };
}

export function against(code: string, message: string): PlacementReason {
  return { code, weight: 'against', message };
}

export function unknown(code: string, message: string): PlacementReason {
  return { code, weight: 'unknown', message };
}

export function unfit(code: string, message: string): PlacementReason {
  return { code, weight: 'deny', message };
}
