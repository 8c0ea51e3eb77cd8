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
  PolicyEngine,
  PolicyMode,
  PolicyResult,
  PolicySeverity,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { policyModes, policyResults, policySeverities } from '../states';
import type { Translate } from '../translation';
import { policyStateMessages } from '../translation/policyStates';
import { entityTitle } from './entityRefs';

/** A value of a filter of policies, findings or exceptions, as people read it. */
export function filterText(t: Translate, key: string, value: string): string {
  if (value === '') {
    return t('clusters.none');
  }
  switch (key) {
    case 'engine':
      return engineText(t, value);
    case 'severity':
      return Object.hasOwn(policySeverities, value)
        ? t(policySeverities[value as PolicySeverity].word)
        : value;
    case 'mode':
      return Object.hasOwn(policyModes, value)
        ? t(policyModes[value as PolicyMode].word)
        : value;
    case 'result':
      return Object.hasOwn(policyResults, value)
        ? t(policyResults[value as PolicyResult].word)
        : value;
    case 'owner':
    case 'assignee':
      return entityTitle(value);
    case 'cluster':
      return value.split('/').at(-1) ?? value;
    default:
      return value;
  }
}

/** An engine by the name that it gives itself. */
export function engineText(t: Translate, engine: string): string {
  return Object.hasOwn(policyStateMessages.policyEngine, engine)
    ? t(`policyEngine.${engine as PolicyEngine}`)
    : engine;
}
