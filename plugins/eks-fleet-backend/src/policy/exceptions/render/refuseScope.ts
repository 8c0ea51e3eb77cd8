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

import type { ExceptionRendering } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CoveredScope } from '../types';

const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** Path segment names of Kubernetes, and nothing that an engine takes for a pattern. */
const NAME = /^[A-Za-z0-9]([A-Za-z0-9.:_-]{0,251}[A-Za-z0-9])?$/;
const KIND = /^[A-Za-z][A-Za-z0-9]{0,62}$/;
/** Of the chart's schema. */
const VALUES_NAME = /^[a-z0-9]([a-z0-9.:-]{0,251}[a-z0-9])?$/;
const VALUES_KIND = /^[A-Za-z]{1,63}$/;

/** Why something cannot be covered so; `undefined` where it can. Pure. */
export function refuseScope(
  scope: CoveredScope,
  rendering: ExceptionRendering,
): string | undefined {
  const { namespace } = scope;
  if (namespace && !NAMESPACE.test(namespace)) {
    return `${JSON.stringify(namespace)} is no name of a namespace`;
  }
  if (scope.kind === 'namespace') {
    return namespace
      ? undefined
      : 'It is in no namespace that could be covered';
  }
  const { kind, name } = scope.resource;
  if (!name) {
    return 'The finding names no resource; only its namespace can be covered';
  }
  const [kinds, names] =
    rendering === 'gatekeeper' ? [VALUES_KIND, VALUES_NAME] : [KIND, NAME];
  return kinds.test(kind) && names.test(name)
    ? undefined
    : `${JSON.stringify(
        `${kind}/${name}`,
      )} cannot be named in an exception; cover its namespace`;
}
