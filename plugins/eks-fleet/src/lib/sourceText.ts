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

import type { Translate } from '../translation';
import { clusterSourcesMessages } from '../translation/clusterSources';
import { systemsMessages } from '../translation/systems';

const { sourceKind, sourceKindDetail, sourceKindNone } = clusterSourcesMessages;

type KnownKind = keyof typeof sourceKind;

/** The kinds of sources that have words of their own, in the order of the page. */
export const SOURCE_KINDS = Object.keys(sourceKind) as KnownKind[];

/** A kind of source in words; one that nobody knows here by its own name. */
export function sourceKindText(kind: string, t: Translate): string {
  return Object.hasOwn(sourceKind, kind)
    ? t(`sourceKind.${kind as KnownKind}`)
    : kind;
}

/** What a kind of source is. */
export function sourceKindDetailText(
  kind: string,
  t: Translate,
): string | undefined {
  return Object.hasOwn(sourceKindDetail, kind)
    ? t(`sourceKindDetail.${kind as KnownKind}`)
    : undefined;
}

/** Why there may be none of a kind, and how there could be. */
export function sourceKindNoneText(kind: string, t: Translate): string {
  return Object.hasOwn(sourceKindNone, kind)
    ? t(`sourceKindNone.${kind as KnownKind}`)
    : t('clusterSources.none');
}

/** A kind of system in words; one that nobody knows here by its own name. */
export function systemKindText(kind: string, t: Translate): string {
  return Object.hasOwn(systemsMessages.systemKind, kind)
    ? t(`systemKind.${kind as keyof typeof systemsMessages.systemKind}`)
    : kind;
}
