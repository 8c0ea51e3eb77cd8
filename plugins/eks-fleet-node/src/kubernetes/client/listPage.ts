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

import type { ListRequest, PageRequest } from './types';

const PAGE_SIZE = 500;

export const METADATA_ONLY =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json';
/** Of watches, each of whose events has one object. */
export const METADATA_OF_ONE =
  'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json';
/** Rows carry their objects' metadata, where nothing else is asked for. */
const TABLE = 'application/json;as=Table;g=meta.k8s.io;v=v1,application/json';

/** A page of a list, or of a table. */
export interface Page<T> {
  items?: T[];
  metadata?: { continue?: string; resourceVersion?: string };
  columnDefinitions?: Array<{ name?: string }>;
  rows?: T[];
}

export function queryOf(request: PageRequest) {
  const { continueToken, fieldSelector, labelSelector } = request;
  return new URLSearchParams({
    limit: String(PAGE_SIZE),
    ...(labelSelector && { labelSelector }),
    ...(fieldSelector && { fieldSelector }),
    ...(continueToken && { continue: continueToken }),
  });
}

/** In which form a list is asked for. */
export function acceptOf({
  table,
  metadataOnly,
}: ListRequest): string | undefined {
  if (table) {
    return TABLE;
  }
  return metadataOnly ? METADATA_ONLY : undefined;
}

export function itemsOf<T>({ items, rows }: Page<T>): T[] {
  return items ?? rows ?? [];
}

/** Names of a table's columns, where the page has them. */
export function columnsOf({ columnDefinitions }: Page<unknown>) {
  return columnDefinitions?.length
    ? columnDefinitions.map(({ name }) => String(name ?? ''))
    : undefined;
}
