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

import {
  compareVersions,
  type RolloutChange,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Translate } from '../translation';

/** What a rollout changes in short, as `1.33 → 1.34`. */
export function changeText(
  change: RolloutChange,
  from: string[] | undefined,
  t: Translate,
): string {
  switch (change.kind) {
    case 'kubernetesVersion': {
      const versions = [...new Set(from)].sort(compareVersions);
      const first = versions[0];
      const last = versions.at(-1);
      const span = first === last ? first : `${first}–${last}`;
      return span
        ? `${span} → ${change.version ?? '?'}`
        : `→ ${change.version ?? '?'}`;
    }
    case 'addons':
      return t('rollouts.changeAddons', {
        addons:
          typeof change.addons === 'object'
            ? Object.entries(change.addons)
                .map(([name, version]) => `${name} ${version}`)
                .join(', ')
            : change.addons ?? '',
      });
    default:
      return t('rollouts.changeImages', {
        release: change.releaseVersion ?? 'latest',
      });
  }
}
