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

import type { KubernetesReader } from '../../kubernetes/client/types';
import type { KubernetesObject } from '../../kubernetes/objects/types';
import { ifAllowed, listMapped } from '../common/allowed';
import type { ServedApis } from '../common/servedApis';
import { CEL_VERSIONS, KYVERNO_VERSIONS } from './versions';

/** Exceptions of a cluster, as far as results name them. */
export interface ExceptionNames {
  /** Whether there is any, or may be. */
  any: boolean;
  /** Whether what one of them covers is reported as passing. */
  reportsPass: boolean;
  /** `namespace/name` by name, which is all that results have of some. */
  keys: Map<string, string[]>;
}

type Named = KubernetesObject & { spec?: { reportResult?: unknown } };

/** @throws ObservationFailure */
export async function readExceptionNames(
  reader: KubernetesReader,
  apis: ServedApis,
  signal?: AbortSignal,
): Promise<ExceptionNames> {
  const kinds = [
    ...(await apis.kinds('kyverno.io', KYVERNO_VERSIONS)),
    ...(await apis.kinds('policies.kyverno.io', CEL_VERSIONS)),
  ].filter(({ kind }) => kind === 'PolicyException');
  const names: ExceptionNames = {
    any: false,
    reportsPass: false,
    keys: new Map(),
  };
  for (const { path } of kinds) {
    const found = await ifAllowed(
      listMapped(
        reader,
        path,
        ({ metadata, spec }: Named) => [
          {
            namespace: metadata?.namespace ?? '',
            name: metadata?.name ?? '',
            reportsPass: spec?.reportResult === 'pass',
          },
        ],
        signal,
      ),
    );
    if (found === 'forbidden') {
      names.any = true;
      continue;
    }
    for (const { namespace, name, reportsPass } of found) {
      names.any = true;
      names.reportsPass ||= reportsPass;
      const keys = names.keys.get(name) ?? [];
      names.keys.set(name, [...keys, `${namespace}/${name}`]);
    }
  }
  return names;
}
