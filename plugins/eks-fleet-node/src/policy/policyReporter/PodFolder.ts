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

import type { PolicyOutcome } from '../../extensions/policySources';
import type { Controller } from '../resources/reduceResources';
import { cleanName } from '../common/text';
import type { ReadResult } from '../reports/readReport';
import type { PolicyReporterClient } from './PolicyReporterClient';
import { readPages } from './readPages';
import type { ResourceItem } from './types';

/** What controllers put after a name: letters and digits that make no words. */
const HASH = '[bcdfghjklmnpqrstvwxz2456789]';

/** How names are made, by kind, with the kind that makes them; the longest first. */
const MADE: Record<string, Array<[form: RegExp, by: string]> | undefined> = {
  Pod: [
    [new RegExp(`^(.+)-${HASH}{6,10}-${HASH}{5}$`), 'Deployment'],
    [new RegExp(`^(.+)-\\d{8}-${HASH}{5}$`), 'CronJob'],
    [new RegExp(`^(.+)-${HASH}{5}$`), 'DaemonSet'],
    [new RegExp(`^(.+)-${HASH}{5}$`), 'ReplicaSet'],
    [new RegExp(`^(.+)-${HASH}{5}$`), 'Job'],
    [/^(.+)-\d{1,5}$/, 'StatefulSet'],
  ],
  ReplicaSet: [[new RegExp(`^(.+)-${HASH}{6,10}$`), 'Deployment']],
  Job: [[/^(.+)-\d{8}$/, 'CronJob']],
};
const MAKERS = [
  'CronJob',
  'DaemonSet',
  'Deployment',
  'Job',
  'ReplicaSet',
  'StatefulSet',
];

/** Kinds that come and go with what controls them. */
export const MADE_KINDS: readonly string[] = Object.keys(MADE);

type Resource = PolicyOutcome['resource'];

/**
 * Finds what controls a pod by its name, as Policy Reporter keeps no owners:
 * only where it has results of a workload from whose name the pod's is made.
 * By default it has none of pods that something controls (`uncontrolledOnly`).
 */
export class PodFolder {
  readonly #client: PolicyReporterClient;
  #workloads?: Promise<ReadonlyMap<string, Controller>>;
  #folded = false;
  #everFolded = false;

  constructor(client: PolicyReporterClient) {
    this.#client = client;
  }

  /** Whether there was any to be folded. */
  get hasFolded(): boolean {
    return this.#everFolded;
  }

  /** Whether there was any since this was asked last. */
  takeFolded(): boolean {
    const folded = this.#folded;
    this.#folded = false;
    return folded;
  }

  /** @throws ObservationFailure */
  async fold(results: ReadResult[]): Promise<ReadResult[]> {
    if (!results.some(({ resource }) => makersOf(resource).length > 0)) {
      return results;
    }
    this.#workloads ??= this.#readWorkloads();
    const workloads = await this.#workloads;
    return results.map(result => {
      const { resource } = result;
      const controller = makersOf(resource)
        .map(key => workloads.get(key))
        .find(found => found !== undefined);
      if (!controller) {
        return result;
      }
      this.#folded = true;
      this.#everFolded = true;
      return { ...result, resource: { ...resource, controller } };
    });
  }

  async #readWorkloads(): Promise<ReadonlyMap<string, Controller>> {
    const workloads = new Map<string, Controller>();
    await readPages<ResourceItem>(
      this.#client,
      {
        path: '/v2/namespace-scoped/resource-results',
        query: { kinds: MAKERS },
      },
      {
        begin: () => workloads.clear(),
        take: async items => {
          for (const { apiVersion, kind, name, namespace } of items) {
            const controller = {
              apiVersion: cleanName(apiVersion, 200),
              kind: cleanName(kind, 100) ?? '',
              name: cleanName(name) ?? '',
            };
            workloads.set(
              keyOf(
                cleanName(namespace) ?? '',
                controller.kind,
                controller.name,
              ),
              controller,
            );
          }
        },
      },
    );
    return topmost(workloads);
  }
}

/** Of a ReplicaSet or a Job, what makes it in turn. */
function topmost(
  workloads: ReadonlyMap<string, Controller>,
): ReadonlyMap<string, Controller> {
  return new Map(
    [...workloads].map(([key, controller]) => {
      const [namespace] = JSON.parse(key) as string[];
      const { kind, name } = controller;
      const above = makersOf({ kind, name, namespace })
        .map(maker => workloads.get(maker))
        .find(found => found !== undefined);
      return [key, above ?? controller];
    }),
  );
}

/** Keys of what may have made a resource. */
function makersOf({ kind, name = '', namespace }: Resource): string[] {
  const forms = Object.hasOwn(MADE, kind) ? MADE[kind]! : [];
  return namespace === undefined
    ? []
    : forms.flatMap(([form, by]) => {
        const [, base] = form.exec(name) ?? [];
        return base === undefined ? [] : [keyOf(namespace, by, base)];
      });
}

function keyOf(namespace: string, kind: string, name: string): string {
  return JSON.stringify([namespace, kind, name]);
}
