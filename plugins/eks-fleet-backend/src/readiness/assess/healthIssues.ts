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

import type { HealthIssue } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What ails something: what EKS names, or else its status where that is not ACTIVE. */
export function healthIssuesOf({
  healthIssues,
  status,
}: {
  healthIssues: HealthIssue[];
  status: string;
}): Array<Pick<HealthIssue, 'code' | 'message'>> {
  if (healthIssues.length > 0) {
    return healthIssues;
  }
  return status === 'ACTIVE' ? [] : [{ code: status, message: '' }];
}

/** A code with its message, where it has one. */
export function wordIssue({
  code,
  message,
}: Pick<HealthIssue, 'code' | 'message'>): string {
  return [code, message].filter(Boolean).join(', ');
}
