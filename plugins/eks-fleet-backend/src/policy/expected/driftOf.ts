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
  PolicyCell,
  PolicyDrift,
  PolicyRef,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ExpectedRecord } from './types';

/**
 * How a policy on a cluster differs from what Git says; `undefined` where it
 * does not, and where one of the two is not known. What did not come by the
 * chart is nobody's drift, and where the engine itself is not there that is
 * what there is to say.
 */
export function driftOf(
  policy: Pick<PolicyRef, 'engine' | 'kind' | 'name'>,
  cell: PolicyCell,
  expected: ExpectedRecord | undefined,
): PolicyDrift | undefined {
  if (!expected || expected.problem !== undefined) {
    return undefined;
  }
  const wanted = expected.policies.find(
    ({ engine, kind, name }) =>
      engine === policy.engine && kind === policy.kind && name === policy.name,
  );
  if (cell.state === 'notDeployed') {
    return wanted && 'missing';
  }
  if (cell.state !== 'deployed') {
    return undefined;
  }
  if (!wanted) {
    // An older chart had it as another kind.
    const isOld = expected.policies.some(
      ({ engine, name }) => engine === policy.engine && name === policy.name,
    );
    return isOfChart(cell.version, expected.version)
      ? (isOld && 'version') || 'unexpected'
      : undefined;
  }
  if (cell.mode !== undefined && cell.mode !== wanted.mode) {
    return 'mode';
  }
  return cell.version !== undefined &&
    expected.version !== undefined &&
    cell.version !== expected.version
    ? 'version'
    : undefined;
}

function isOfChart(
  version: string | undefined,
  expected: string | undefined,
): boolean {
  const chart = (text: string) => text.replace(/-\d.*$/, '');
  return (
    version !== undefined &&
    expected !== undefined &&
    chart(version) === chart(expected)
  );
}
