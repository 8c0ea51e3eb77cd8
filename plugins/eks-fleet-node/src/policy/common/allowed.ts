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

import type {
  KubernetesReader,
  ListReducer,
} from '../../kubernetes/client/types';
import { ObservationFailure } from '../../observation/ObservationFailure';
import type { ServedKind } from './servedApis';

/** What came of reading, or that the right to it is missing. */
export async function ifAllowed<T>(read: Promise<T>): Promise<T | 'forbidden'> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof ObservationFailure && error.code === 'forbidden') {
      return 'forbidden';
    }
    throw error;
  }
}

/** `clusterpolicies.kyverno.io` */
export function resourceName({ plural, group }: ServedKind): string {
  return `${plural}.${group}`;
}

/** What is made of each object of a kind; of the objects no more than a page is held. */
export function listMapped<TItem, TMade>(
  reader: KubernetesReader,
  path: string,
  make: (item: TItem) => TMade[],
  signal?: AbortSignal,
): Promise<TMade[]> {
  const reducer: ListReducer<TItem, TMade[]> = {
    start: () => [],
    add: (made, items) => made.concat(items.flatMap(make)),
  };
  return reader.list({ path }, reducer, signal);
}
