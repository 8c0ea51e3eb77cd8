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
import { ObservationFailure } from '../../observation/ObservationFailure';

/** A kind that an API server serves. */
export interface ServedKind {
  group: string;
  version: string;
  kind: string;
  plural: string;
  namespaced: boolean;
  /** Where all of them are listed, over all namespaces. */
  path: string;
}

interface GroupList {
  groups?: Array<{ name?: string; versions?: Array<{ version?: string }> }>;
}

interface ResourceList {
  resources?: Array<{ name?: string; kind?: string; namespaced?: boolean }>;
}

/** What an API server serves besides its core API. */
export class ServedApis {
  readonly #reader: KubernetesReader;
  readonly #signal?: AbortSignal;
  readonly #versions: Map<string, string[]>;

  /** @throws ObservationFailure */
  static async read(
    reader: KubernetesReader,
    signal?: AbortSignal,
  ): Promise<ServedApis> {
    const { groups = [] } = await reader.get<GroupList>('/apis', signal);
    return new ServedApis(
      reader,
      new Map(
        groups.map(({ name = '', versions = [] }) => [
          name,
          versions.map(({ version = '' }) => version),
        ]),
      ),
      signal,
    );
  }

  private constructor(
    reader: KubernetesReader,
    versions: Map<string, string[]>,
    signal?: AbortSignal,
  ) {
    this.#reader = reader;
    this.#versions = versions;
    this.#signal = signal;
  }

  /** Whether there is anything of a group. */
  has(group: string): boolean {
    return this.#versions.has(group);
  }

  /**
   * The kinds of a group, each in the first of the versions that has it.
   *
   * @throws ObservationFailure
   */
  async kinds(
    group: string,
    versions: readonly string[],
  ): Promise<ServedKind[]> {
    const served = this.#versions.get(group) ?? [];
    const found = new Map<string, ServedKind>();
    for (const version of versions.filter(each => served.includes(each))) {
      for (const kind of await this.#kindsOf(group, version)) {
        if (!found.has(kind.kind)) {
          found.set(kind.kind, kind);
        }
      }
    }
    return [...found.values()];
  }

  async #kindsOf(group: string, version: string): Promise<ServedKind[]> {
    const base = `/apis/${group}/${version}`;
    try {
      const { resources = [] } = await this.#reader.get<ResourceList>(
        base,
        this.#signal,
      );
      return resources.flatMap(({ name = '', kind = '', namespaced = false }) =>
        /^[a-z0-9.-]+$/.test(name)
          ? {
              group,
              version,
              kind,
              plural: name,
              namespaced,
              path: `${base}/${name}`,
            }
          : [],
      );
    } catch (error) {
      // Gone between one question and the next.
      if (
        error instanceof ObservationFailure &&
        error.code === 'notInstalled'
      ) {
        return [];
      }
      throw error;
    }
  }
}

/**
 * Refuses to take for gone what went away together with its API while it was
 * being read.
 *
 * @throws ObservationFailure `notInstalled`
 */
export async function refuseUninstalled(
  reader: KubernetesReader,
  group: string,
  signal?: AbortSignal,
): Promise<void> {
  const apis = await ServedApis.read(reader, signal);
  if (!apis.has(group)) {
    throw new ObservationFailure(
      'notInstalled',
      `The API server stopped serving ${group} while it was being read`,
    );
  }
}
