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

import { renderAll } from './goTemplate';
import { generate, type World } from './generators';

const RESOURCES_FINALIZER = 'resources-finalizer.argocd.argoproj.io';

/** An object of Kubernetes. */
export type KubeObject = Record<string, any>;

/** An Application on the hub. */
export interface LiveApplication {
  name: string;
  /** The ApplicationSet that it belongs to, until that lets go of it. */
  owner?: string;
  finalizers: string[];
  labels: Record<string, string>;
  annotations: Record<string, string>;
  spec: KubeObject;
}

/** The Applications that an ApplicationSet wants. */
export function desiredApplications(
  applicationSet: KubeObject,
  world: World,
): LiveApplication[] {
  const { spec } = applicationSet;
  return spec.generators
    .flatMap((each: KubeObject) => generate(each, world))
    .map((parameters: Record<string, unknown>) => {
      const { metadata, spec: wanted } = renderAll(spec.template, parameters);
      return {
        name: metadata.name,
        owner: applicationSet.metadata.name,
        finalizers: spec.syncPolicy?.preserveResourcesOnDeletion
          ? []
          : [RESOURCES_FINALIZER],
        labels: metadata.labels ?? {},
        annotations: metadata.annotations ?? {},
        spec: wanted,
      };
    });
}

/** What one reconcile comes to. */
export interface Reconciled {
  applications: LiveApplication[];
  deleted: LiveApplication[];
  /** Why nothing was generated; nothing is changed then. */
  error?: string;
}

/**
 * What the ApplicationSet controller does (`applicationset_controller.go`): an
 * error of a generator changes nothing; what is no longer wanted goes only where
 * the policy lets it.
 */
export function reconcile(
  applicationSet: KubeObject,
  world: World,
  live: readonly LiveApplication[],
): Reconciled {
  const name = applicationSet.metadata.name;
  const policy = applicationSet.spec.syncPolicy?.applicationsSync ?? 'sync';
  let wanted: LiveApplication[];
  try {
    wanted = desiredApplications(applicationSet, world);
  } catch (error) {
    return { applications: [...live], deleted: [], error: String(error) };
  }
  const names = new Set(wanted.map(each => each.name));
  const gone = live.filter(
    each => each.owner === name && !names.has(each.name),
  );
  const deleted = ['sync', 'create-delete'].includes(policy) ? gone : [];
  return {
    applications: [
      ...live.filter(each => !names.has(each.name) && !deleted.includes(each)),
      ...wanted,
    ],
    deleted,
  };
}

/**
 * What the deletion of an ApplicationSet comes to: with its finalizer, and a
 * policy that deletes nothing, its Applications are let go of before; otherwise
 * Kubernetes collects them with their owner.
 */
export function deleteApplicationSet(
  applicationSet: KubeObject,
  live: readonly LiveApplication[],
): Reconciled {
  const { finalizers = [], name } = applicationSet.metadata;
  const policy = applicationSet.spec.syncPolicy?.applicationsSync ?? 'sync';
  const isKept =
    finalizers.includes(RESOURCES_FINALIZER) &&
    ['create-only', 'create-update'].includes(policy);
  const own = live.filter(each => each.owner === name);
  return isKept
    ? {
        applications: live.map(each =>
          each.owner === name ? { ...each, owner: undefined } : each,
        ),
        deleted: [],
      }
    : { applications: live.filter(each => !own.includes(each)), deleted: own };
}

/** The objects that go with a deleted Application (`shouldBeDeleted`). */
export function deletedWith(
  application: LiveApplication,
  objects: readonly KubeObject[],
): KubeObject[] {
  return application.finalizers.includes(RESOURCES_FINALIZER)
    ? objects.filter(each => !optionsOf(each).includes('Delete=false'))
    : [];
}

/** The objects that a sync takes away because Git has them no longer. */
export function prunedBy(
  application: LiveApplication,
  live: readonly KubeObject[],
  wanted: readonly KubeObject[],
): KubeObject[] {
  const { automated } = application.spec.syncPolicy ?? {};
  const isWanted = new Set(wanted.map(idOf));
  if (!automated?.prune || (wanted.length === 0 && !automated.allowEmpty)) {
    return [];
  }
  return live.filter(
    each =>
      !isWanted.has(idOf(each)) && !optionsOf(each).includes('Prune=false'),
  );
}

export function idOf({ apiVersion, kind, metadata }: KubeObject): string {
  return [apiVersion, kind, metadata.namespace, metadata.name].join('/');
}

function optionsOf({ metadata }: KubeObject): string[] {
  return String(
    metadata.annotations?.['argocd.argoproj.io/sync-options'] ?? '',
  ).split(',');
}
