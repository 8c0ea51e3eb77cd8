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

import type { ObservedException } from '../../extensions/policySources';
import { own } from '../common/describePolicy';
import {
  isAnything,
  namesOf,
  notedExceptions,
  scopeText,
} from '../common/noted';
import { cleanName, timeOf } from '../common/text';
import type { Constraint, GatekeeperConfig } from './documents';

/** Parts of Gatekeeper that judge; the others only keep copies or change. */
const JUDGING = ['*', 'audit', 'webhook'];

/** Namespaces that Gatekeeper leaves out of everything. */
export function configExclusions({
  metadata,
  spec,
}: GatekeeperConfig): ObservedException[] {
  const entries = (Array.isArray(spec?.match) ? spec!.match : [])
    .map(entry => ({
      namespaces: namesOf(entry?.excludedNamespaces),
      processes: namesOf(entry?.processes),
    }))
    .filter(
      ({ namespaces, processes }) =>
        namespaces.length > 0 && processes.some(each => JUDGING.includes(each)),
    );
  if (entries.length === 0) {
    return [];
  }
  const namespaces = [...new Set(entries.flatMap(each => each.namespaces))];
  const processes = [...new Set(entries.flatMap(each => each.processes))];
  const of = processes.includes('*') ? 'all' : processes.sort().join(', ');
  return [
    {
      engine: 'gatekeeper',
      kind: 'config',
      apiVersion: 'config.gatekeeper.sh/v1alpha1',
      namespace: cleanName(metadata?.namespace),
      name: cleanName(metadata?.name) ?? 'config',
      policies: [],
      scope: scopeText(`Everything, for ${of} of Gatekeeper,`, namespaces),
      namespaces,
      tooBroad: namespaces.some(isAnything),
      createdAt: timeOf(metadata?.creationTimestamp),
    },
  ];
}

/** Namespaces that a constraint leaves out, and what the chart notes of exceptions. */
export function constraintExclusions(
  kind: string,
  { metadata, spec }: Constraint,
): ObservedException[] {
  const name = cleanName(metadata?.name) ?? '';
  const policies = [{ kind, name }];
  const apiVersion = 'constraints.gatekeeper.sh/v1beta1';
  const namespaces = namesOf(spec?.match?.excludedNamespaces);
  const noted = notedExceptions(
    own(metadata?.annotations, 'eks-fleet.io/exceptions'),
  );
  return [
    ...(namespaces.length > 0
      ? [
          {
            engine: 'gatekeeper' as const,
            kind: 'constraint',
            apiVersion,
            name: `${kind}/${name}`,
            policies,
            scope: scopeText('Everything', namespaces),
            namespaces,
            tooBroad: namespaces.some(isAnything),
            createdAt: timeOf(metadata?.creationTimestamp),
          },
        ]
      : []),
    ...noted.map(exception => ({
      ...exception,
      engine: 'gatekeeper' as const,
      kind: 'exception',
      apiVersion,
      policies,
    })),
  ];
}

/** One of each: the chart notes an exception on every constraint that it is for. */
export function mergeExceptions(
  exceptions: ObservedException[],
): ObservedException[] {
  const merged = new Map<string, ObservedException>();
  for (const exception of exceptions) {
    const { kind, namespace = '', name } = exception;
    const key = [kind, namespace, name].join('\n');
    const known = merged.get(key);
    merged.set(
      key,
      known
        ? { ...known, policies: [...known.policies, ...exception.policies] }
        : exception,
    );
  }
  return [...merged.values()];
}
