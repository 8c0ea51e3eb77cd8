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
import type { CelPolicy, KyvernoPolicy } from './documents';

type Ready = Pick<ObservedPolicy, 'ready' | 'notReadyBecause'>;

/** Whether Kyverno works with a policy, as its status says; nothing where it does not. */
export function kyvernoReady({ status }: KyvernoPolicy): Ready {
  const condition = status?.conditions?.find(({ type }) => type === 'Ready');
  return readiness(
    condition ? condition.status === 'True' : status?.ready,
    condition?.message,
  );
}

export function celReady({ status }: CelPolicy): Ready {
  const { ready, message, conditions = [] } = status?.conditionStatus ?? {};
  const failing = conditions.find(each => each.status === 'False');
  return readiness(ready, message || failing?.message);
}

function readiness(ready: boolean | undefined, message: unknown): Ready {
  if (typeof ready !== 'boolean') {
    return {};
  }
  return ready
    ? { ready }
    : {
        ready,
        notReadyBecause: cleanText(message, 400) ?? 'Kyverno does not say why',
      };
}
