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
  teamOf,
  type ApplicationSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { fitsPlace } from './fitsPlace';
import { fillPattern, matchPattern } from './pathPattern';
import type { ApplicationPlace, FleetRepository } from './types';

/**
 * Where an application is described for one environment.
 *
 * @public
 */
export interface ApplicationFile {
  repository: FleetRepository;
  /** Below the root of the repository. */
  path: string;
  place: ApplicationPlace;
}

/**
 * What the path of an application's file follows from.
 *
 * @public
 */
export function placeOfApplication(spec: ApplicationSpec): ApplicationPlace {
  return {
    team: teamOf(spec.owner) ?? '',
    application: spec.name,
    environment: spec.environment,
  };
}

/**
 * Finds the file of an application: the first rule that fits it decides, over
 * all repositories in their order.
 *
 * @returns the file, or in one sentence why there is none
 * @public
 */
export function locateApplication(
  repositories: readonly FleetRepository[],
  place: ApplicationPlace,
): { file: ApplicationFile } | { notLocated: string } {
  for (const repository of repositories) {
    const rule = repository.applications?.find(({ match }) =>
      fitsPlace(match, place),
    );
    if (rule) {
      const filled = fillPattern(rule.path, { ...place });
      return 'path' in filled
        ? { file: { repository, path: filled.path, place } }
        : {
            notLocated: `Fleet repository ${repository.id} describes it at ${rule.path}, but ${filled.problem}.`,
          };
    }
  }
  return {
    notLocated: `No rule fits application ${place.application} of ${place.team} in ${place.environment} (eksFleet.fleetRepositories[].applications).`,
  };
}

/**
 * Which application a path is the file of.
 *
 * @returns `undefined` for other paths, and where another rule would describe it
 * @public
 */
export function applicationAt(
  repository: FleetRepository,
  path: string,
): ApplicationFile | undefined {
  for (const rule of repository.applications ?? []) {
    const values = matchPattern(rule.path, path);
    if (values) {
      const place = values as unknown as ApplicationPlace;
      const first = repository.applications!.find(({ match }) =>
        fitsPlace(match, place),
      );
      return first === rule ? { repository, path, place } : undefined;
    }
  }
  return undefined;
}
