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

import type {
  Readiness,
  ReadinessFinding,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { VerdictState } from '../states';
import type { Translate } from '../translation';

/** The verdict, or that there is nowhere to move. */
export function verdictState(readiness: Readiness): VerdictState {
  return readiness.target === readiness.cluster.version
    ? 'done'
    : readiness.verdict;
}

/** The findings that the verdict rests on: those that are not waived. */
export function standingFindings(readiness: Readiness): ReadinessFinding[] {
  const severity = readiness.verdict === 'blocked' ? 'blocking' : 'unknown';
  return readiness.findings.filter(
    finding => finding.severity === severity && !finding.waiver?.active,
  );
}

/** The verdict in a sentence. */
export function verdictText(readiness: Readiness, t: Translate): string {
  const { target } = readiness;
  const count = standingFindings(readiness).length;
  switch (verdictState(readiness)) {
    case 'blocked':
      return t('clusterReadiness.blocked', { target, count });
    case 'unknown':
      return t('clusterReadiness.unknown', { target, count });
    case 'done':
      return t('clusterReadiness.done', { target });
    default:
      return t('clusterReadiness.ready', { target });
  }
}
