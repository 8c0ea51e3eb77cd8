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

import type { Readable } from 'node:stream';

/**
 * What is asked of a list.
 *
 * @public
 */
export interface ListRequest {
  /** Such as `/api/v1/pods`. */
  path: string;
  labelSelector?: string;
  /** Such as `metadata.name=checkout`. */
  fieldSelector?: string;
  /** Names, labels and owners are enough: much less to send for large kinds. */
  metadataOnly?: boolean;
  /**
   * The columns that `kubectl get` prints are enough, with metadata: items are
   * then {@link TableRow}s, of servers that make tables.
   */
  table?: boolean;
}

/**
 * One object of a list that was asked for as a table.
 *
 * @public
 */
export interface TableRow {
  /** Under the columns of the page. */
  cells: unknown[];
  /** Its metadata alone. */
  object?: { metadata?: Record<string, unknown> };
}

/**
 * What is known of a page besides its items.
 *
 * @public
 */
export interface ListedPage {
  /** Leads to this page again, for some minutes; the first has none. */
  continueToken?: string;
  /** Names of the columns; left out where items are no table rows. */
  columns?: string[];
}

/**
 * A page that was listed before, to be read in another form.
 *
 * @public
 */
export interface PageRequest extends ListRequest {
  /** As {@link ListedPage} had it. */
  continueToken?: string;
  /** Larger answers are refused; 128 MB by default. */
  maxBytes?: number;
}

/**
 * Makes one thing of a list, page by page, so that no list is held whole.
 *
 * @public
 */
export interface ListReducer<TItem, TState> {
  start(): TState;
  /** May change the state it is given; it is used no more. */
  add(state: TState, items: TItem[], page?: ListedPage): TState;
}

/**
 * Reads of one cluster's API; nothing here can write.
 *
 * @public
 */
export interface KubernetesReader {
  /** @throws ObservationFailure */
  list<TItem, TState>(
    request: ListRequest,
    reducer: ListReducer<TItem, TState>,
    signal?: AbortSignal,
  ): Promise<TState>;
  /**
   * The items of one page, up to 500.
   *
   * @returns nothing where the page can no longer be told from others
   * @throws ObservationFailure
   */
  readPage<TItem>(
    request: PageRequest,
    signal?: AbortSignal,
  ): Promise<TItem[] | undefined>;
  /** @throws ObservationFailure */
  get<T>(path: string, signal?: AbortSignal): Promise<T>;
  /**
   * Reads text of any length without holding it.
   *
   * @throws ObservationFailure
   */
  readLines(
    path: string,
    onLine: (line: string) => void,
    signal?: AbortSignal,
  ): Promise<void>;
}

/**
 * From where and for how long a list is watched.
 *
 * @public
 */
export interface WatchRequest {
  /** Such as `/apis/wgpolicyk8s.io/v1alpha2/policyreports`. */
  path: string;
  /** What has changed since is told. */
  resourceVersion: string;
  /** After this long the server ends it. */
  timeoutSeconds: number;
}

/**
 * Something that a watch tells.
 *
 * @public
 */
export interface WatchEvent {
  /** Whether an object was made, changed or deleted; a bookmark is none of it. */
  change: boolean;
  /** From where to watch next; left out where the event was too long to read. */
  version?: string;
}

/**
 * How a watch ended: as it was to, or because the version is too old to tell
 * what has changed since.
 *
 * @public
 */
export type WatchEnd = 'ended' | 'expired';

/**
 * Follows lists of one cluster's API; of what changes it learns no more than
 * that it has changed.
 *
 * @public
 */
export interface KubernetesWatcher {
  /**
   * The version that a list has now.
   *
   * @throws ObservationFailure
   */
  versionOf(path: string, signal?: AbortSignal): Promise<string>;
  /**
   * Tells events until the server ends the watch.
   *
   * @throws ObservationFailure
   */
  watch(
    request: WatchRequest,
    onEvent: (event: WatchEvent) => void,
    signal?: AbortSignal,
  ): Promise<WatchEnd>;
}

/** An answer whose body has not been read. */
export interface HttpAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** Decompressed. */
  body: Readable;
}
