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
  normalizeQuantity,
  type RequestOptions,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What a namespace may take, as it was typed; quantities as Kubernetes writes them. */
export interface QuotaDraft {
  cpu: string;
  memory: string;
  /** That containers may come to together; as much as `memory` where empty. */
  memoryLimit: string;
  pods: string;
  storage: string;
  volumes: string;
  loadBalancers: string;
}

export const EMPTY_QUOTA: QuotaDraft = {
  cpu: '',
  memory: '',
  memoryLimit: '',
  pods: '50',
  storage: '',
  volumes: '10',
  loadBalancers: '0',
};

export type NamespaceSize = RequestOptions['namespaces']['sizes'][number];

/** A draft with the amounts of one of the operator's sizes. */
export function withSize(draft: QuotaDraft, size: NamespaceSize): QuotaDraft {
  return {
    ...draft,
    cpu: size.cpu,
    memory: size.memory,
    memoryLimit: '',
    storage: size.storage ?? '',
  };
}

/** The size whose amounts a draft has. */
export function sizeOf(
  draft: QuotaDraft,
  sizes: readonly NamespaceSize[],
): NamespaceSize | undefined {
  const same = (one: string, other: string | undefined) =>
    (normalizeQuantity(one.trim() || '0') ?? one) ===
    (normalizeQuantity(other?.trim() || '0') ?? other);
  return sizes.find(
    size =>
      same(draft.cpu, size.cpu) &&
      same(draft.memory, size.memory) &&
      same(draft.memoryLimit || draft.memory, size.memory) &&
      same(draft.storage, size.storage),
  );
}

/** The `quota` of a `NamespaceSpec`; texts that are no amounts stay, to be refused by name. */
export function quotaOf(draft: QuotaDraft): Record<string, unknown> {
  const text = (value: string) => value.trim() || undefined;
  const storage = text(draft.storage);
  const hasStorage =
    storage !== undefined && (normalizeQuantity(storage) ?? storage) !== '0';
  return {
    cpuRequests: text(draft.cpu),
    memoryRequests: text(draft.memory),
    memoryLimits: text(draft.memoryLimit) ?? text(draft.memory),
    pods: countOf(draft.pods),
    storage: storage ?? '0',
    persistentVolumeClaims: hasStorage ? countOf(draft.volumes) : 0,
    loadBalancers: countOf(draft.loadBalancers) ?? 0,
  };
}

/** What there is, to be changed. */
export function quotaDraftOf(quota: unknown): QuotaDraft {
  const given = (quota ?? {}) as Record<string, unknown>;
  const text = (key: string) =>
    given[key] === undefined ? '' : String(given[key]);
  const memoryLimits = text('memoryLimits');
  const storage = text('storage');
  return {
    cpu: text('cpuRequests'),
    memory: text('memoryRequests'),
    memoryLimit: memoryLimits === text('memoryRequests') ? '' : memoryLimits,
    pods: text('pods'),
    storage: storage === '0' ? '' : storage,
    volumes:
      storage === '0' ? EMPTY_QUOTA.volumes : text('persistentVolumeClaims'),
    loadBalancers: text('loadBalancers') || '0',
  };
}

/** A whole number where it is one, else the text, to be refused by name. */
function countOf(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (!trimmed) {
    return undefined;
  }
  return /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : trimmed;
}
