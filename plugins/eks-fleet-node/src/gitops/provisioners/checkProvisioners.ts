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

import type { ClusterFile } from '../config/locateCluster';
import type { FleetRepository } from '../config/types';
import type { Provisioner, ProvisionerAbility } from './types';

/**
 * Holds configuration against the provisioners that there are.
 *
 * @throws an error that begins with the field that is wrong, and says what would be right
 * @public
 */
export function checkProvisioners(
  repositories: readonly FleetRepository[],
  provisioners: readonly Provisioner[],
): void {
  repositories.forEach(({ clusters }, repository) =>
    clusters.forEach((rule, index) => {
      const key = `eksFleet.fleetRepositories[${repository}].clusters[${index}]`;
      const found = provisioners.find(({ id }) => id === rule.provisioner);
      if (!found) {
        const ids = provisioners.map(({ id }) => id).join(', ');
        throw new Error(
          `${key}.provisioner: there is no ${rule.provisioner}; there are ${ids}`,
        );
      }
      const problem = found.problemOf?.(rule.fields);
      if (problem) {
        throw new Error(`${key}.fields: ${problem}`);
      }
      const { settings = {} } = rule;
      const ofSettings = found.problemOfSettings
        ? found.problemOfSettings(settings)
        : Object.keys(settings)
            .slice(0, 1)
            .map(name => `.${name}: ${rule.provisioner} has no settings`)[0];
      if (ofSettings) {
        throw new Error(`${key}.settings${ofSettings}`);
      }
    }),
  );
}

/**
 * What can be done to a cluster through its file: the provisioner's ability,
 * and what configuration says besides.
 *
 * @public
 */
export function abilityOf(
  provisioner: Provisioner,
  { canRollBack, fields }: Pick<ClusterFile, 'canRollBack' | 'fields'>,
): ProvisionerAbility {
  const ability = provisioner.ability(fields);
  return canRollBack === undefined ? ability : { ...ability, canRollBack };
}
