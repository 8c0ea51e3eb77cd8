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
import type { PolicyOutcome } from '../../extensions/policySources';
import type { PolicyReadContext } from '../common/types';
import type { ReadResult } from '../reports/readReport';
import { ResourceIndex } from './ResourceIndex';

/**
 * Says of results where what they are on stands: what made it, and whose it
 * is.
 */
export class Locator {
  readonly #index: ResourceIndex;
  readonly #namespaces: Map<string, string> | 'forbidden';

  /** @param namespaces - owners by namespace */
  constructor(
    reader: KubernetesReader,
    context: PolicyReadContext,
    namespaces: Map<string, string> | 'forbidden',
  ) {
    this.#index = new ResourceIndex(reader, context);
    this.#namespaces = namespaces;
  }

  /**
   * Results without those on what is gone.
   *
   * @throws ObservationFailure
   */
  async locate(results: ReadResult[]): Promise<ReadResult[]> {
    await this.#index.prepare(
      results.map(result => ({
        resource: result.resource,
        isFinding: isFinding(result),
      })),
    );
    return results.flatMap(result => this.#place(result));
  }

  /** Of what may not be read, in sentences. */
  get notes(): string[] {
    const owners =
      this.#namespaces === 'forbidden'
        ? [
            'May not list namespaces: owners that their labels name are not known.',
          ]
        : [];
    return owners.concat(
      this.#index.forbidden.map(
        plural =>
          `May not list ${plural}: what is found of them stays with each of them.`,
      ),
    );
  }

  #place(result: ReadResult): ReadResult[] {
    const { resource } = result;
    const { controller, owner, isGone } = this.#index.locate(resource);
    if (isGone) {
      return [];
    }
    const placed = controller
      ? { ...result, resource: { ...resource, controller } }
      : result;
    const ownerLabel = isFinding(result)
      ? this.#ownerLabelOf(resource, owner)
      : undefined;
    return [ownerLabel ? { ...placed, ownerLabel } : placed];
  }

  #ownerLabelOf(
    { kind, namespace, name }: PolicyOutcome['resource'],
    owner: string | undefined,
  ): PolicyOutcome['ownerLabel'] {
    if (owner) {
      return { value: owner, from: 'resource' };
    }
    const value =
      this.#namespaces !== 'forbidden' &&
      this.#namespaces.get((kind === 'Namespace' ? name : namespace) ?? '');
    return value ? { value, from: 'namespace' } : undefined;
  }
}

function isFinding({ verdict }: ReadResult): boolean {
  return verdict !== 'pass' && verdict !== 'skip';
}
