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

import type { ObservedPolicy } from '../../extensions/policySources';
import { cleanText } from '../common/text';
import type { Constraint, ConstraintTemplate } from './documents';

type Ready = Pick<ObservedPolicy, 'ready' | 'notReadyBecause'>;

const NOT_TAKEN: Ready = {
  ready: false,
  notReadyBecause: 'No pod of Gatekeeper says that it has taken it',
};

/** What keeps a template from being one; nothing where it is. */
export function templateFault({
  status,
}: ConstraintTemplate): string | undefined {
  const said = firstMessage(
    status?.byPod?.flatMap(({ errors = [] }) => errors),
  );
  if (said || status?.created !== true) {
    return `Its ConstraintTemplate does not work: ${
      said ?? 'Gatekeeper has made no kind of it'
    }`;
  }
  return undefined;
}

/** Whether all pods of Gatekeeper hold to a constraint. */
export function constraintReady(
  { status }: Constraint,
  fault: string | undefined,
): Ready {
  const pods = status?.byPod ?? [];
  if (fault) {
    return { ready: false, notReadyBecause: fault };
  }
  if (pods.length === 0) {
    return NOT_TAKEN;
  }
  const error = firstMessage(pods.flatMap(({ errors = [] }) => errors));
  if (error) {
    return { ready: false, notReadyBecause: error };
  }
  const point = pods
    .flatMap(({ enforcementPointsStatus = [] }) => enforcementPointsStatus)
    .find(({ state }) => state === 'error');
  if (point) {
    const name = cleanText(point.enforcementPoint, 100) ?? 'one point';
    return {
      ready: false,
      notReadyBecause: `It is not enforced at ${name}: ${
        cleanText(point.message, 400) ?? 'no reason is given'
      }`,
    };
  }
  return pods.every(({ enforced }) => enforced === true)
    ? { ready: true }
    : {
        ready: false,
        notReadyBecause: `Only ${
          pods.filter(({ enforced }) => enforced === true).length
        } of ${pods.length} pods of Gatekeeper hold to it`,
      };
}

function firstMessage(
  errors: Array<{ message?: unknown }> = [],
): string | undefined {
  return errors.length > 0
    ? cleanText(errors[0].message, 400) ?? 'an error without a message'
    : undefined;
}
