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
  checkNamespaceSpec,
  type NamespaceSpec,
  type SpecProblem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { SpecRefusal } from '../clusterFiles/types';
import { placeOfNamespace } from '../config/locateNamespace';
import type { NamespacePlace } from '../config/types';
import type { NamespaceFileContext } from './types';

const REQUEST_ID = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** The field that says each part of a path. */
const FIELDS: Record<keyof NamespacePlace, string> = {
  team: 'owner',
  environment: 'environment',
  accountId: 'cluster.accountId',
  region: 'cluster.region',
  cluster: 'cluster.name',
  namespace: 'name',
};

/** @throws SpecRefusal for what is wrong, or cannot be said in files of this place */
export function writable(
  given: NamespaceSpec,
  context: NamespaceFileContext,
): NamespaceSpec {
  const checked = checkNamespaceSpec(given);
  const problems =
    'problems' in checked
      ? checked.problems
      : [
          ...problemsOfPlace(checked.spec, context.place),
          ...problemsOfContext(checked.spec, context),
        ];
  if ('problems' in checked || problems.length > 0) {
    throw new SpecRefusal(problems);
  }
  return checked.spec;
}

/** Where a namespace is other than its path says: the path decides. */
export function problemsOfPlace(
  spec: NamespaceSpec,
  place: NamespacePlace,
): SpecProblem[] {
  const own = placeOfNamespace(spec);
  return (Object.keys(FIELDS) as (keyof NamespacePlace)[])
    .filter(part => own[part] !== place[part])
    .map(part => ({
      field: FIELDS[part],
      message: `must be of ${place[part]}, as the path says`,
    }));
}

/** What configuration or whoever writes leaves open. */
export function problemsOfContext(
  { network }: NamespaceSpec,
  { requestId, settings }: NamespaceFileContext,
): SpecProblem[] {
  const isOpen =
    settings.ingressNamespaces.length > 0 || settings.ingressCidrs.length > 0;
  return [
    ...(network.allowFromIngress && !isOpen
      ? [
          {
            field: 'network.allowFromIngress',
            message:
              'needs ingressNamespaces or ingressCidrs in eksFleet.fleetRepositories[].namespaces[].settings',
          },
        ]
      : []),
    ...problemsOfRequestId(requestId),
  ];
}

/** Why an id cannot stand in a file. */
export function problemsOfRequestId(id: string | undefined): SpecProblem[] {
  return id === undefined || REQUEST_ID.test(id)
    ? []
    : [
        {
          field: 'request',
          message: 'must be an id of letters, digits and dashes, at most 63',
        },
      ];
}

/** What makes another namespace of it is no change of this one. */
export function refuseOther(before: NamespaceSpec, after: NamespaceSpec): void {
  const problems = problemsOfPlace(after, placeOfNamespace(before)).map(
    ({ field }) => ({
      field,
      message:
        'must stay as it is; anything else is another namespace, with files of its own',
    }),
  );
  if (problems.length > 0) {
    throw new SpecRefusal(problems);
  }
}
