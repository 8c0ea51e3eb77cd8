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
import type { Manifest } from '../../model/policyStory';
import type { Cluster } from '../../model/types';
import type { ApplicationResource, ApplicationWork, Turn } from '../work';
import { admitted, type Permitted } from './admitted';
import {
  applyManifests,
  manifestsOf,
  objectKey,
  removeManifests,
} from './applyManifests';
import { findKind } from './kinds';

export interface ManifestWorkOptions {
  /** Name of the application. */
  application: string;
  permitted: Permitted;
  /** What applications call the cluster. */
  server: string;
  /** The cluster, while there is one that Argo CD knows. */
  cluster(): Cluster | undefined;
}

/** Brings objects into a cluster, word for word; what is gone from Git stays. */
export class ManifestWork implements ApplicationWork<Manifest[]> {
  readonly #options: ManifestWorkOptions;

  constructor(options: ManifestWorkOptions) {
    this.#options = options;
  }

  obstacle(): string | undefined {
    const { server } = this.#options;
    return this.#options.cluster()
      ? undefined
      : `application destination can't be resolved: error getting cluster by server "${server}": rpc error: code = NotFound desc = cluster "${server}" not found`;
  }

  isThere(): boolean {
    return this.#own().length > 0;
  }

  hasExtra(wanted: Manifest[] | undefined): boolean {
    const keys = new Set(this.#admitted(wanted ?? []).map(objectKey));
    return this.#own().some(manifest => !keys.has(objectKey(manifest)));
  }

  bring(wanted: Manifest[] | undefined, _before: unknown, at: Date): void {
    const { application, cluster } = this.#options;
    const target = cluster();
    if (target) {
      applyManifests(target, application, this.#admitted(wanted ?? []), at);
    }
  }

  goOn(): Turn {
    return 'done';
  }

  remove(): Turn {
    const target = this.#options.cluster();
    if (target) {
      removeManifests(target, this.#options.application);
    }
    return 'done';
  }

  resources(): ApplicationResource[] {
    return this.#own().map(manifest => {
      const { namespace, name } = manifest.metadata;
      const { group, version, kind } = findKind(manifest)!;
      return { group, version, kind, ...(namespace && { namespace }), name };
    });
  }

  #own(): Manifest[] {
    const cluster = this.#options.cluster();
    return cluster ? manifestsOf(cluster, this.#options.application) : [];
  }

  #admitted(wanted: readonly Manifest[]): Manifest[] {
    const { permitted } = this.#options;
    return wanted.map(manifest => admitted(manifest, permitted));
  }
}
