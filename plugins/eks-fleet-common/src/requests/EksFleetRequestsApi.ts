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
  FleetRequest,
  FleetRequestList,
  PlacementAsk,
  PlacementList,
  ProvisionedNamespaceList,
  ProvisionedThingList,
  RequestAsk,
  RequestCurrent,
  RequestDecisionAsk,
  RequestDiff,
  RequestOptions,
  RequestPreflight,
  RequestPreview,
  RequestQuotaList,
  RequestSubmission,
} from './requestTypes';

/**
 * A page of a list.
 *
 * @public
 */
export interface RequestPageQuery {
  /** Several values of one key mean one of them; several keys mean all of them. */
  filter?: Record<string, string[]>;
  fullTextFilterTerm?: string;
  /** Such as `updated,desc`. */
  orderField?: string;
  limit?: number;
  cursor?: string;
}

/**
 * Which requests.
 *
 * @public
 */
export interface RequestQuery extends RequestPageQuery {
  /** Only what the caller asked for, or a group of the caller owns. */
  mine?: boolean;
  /** Only what the caller may decide now. */
  waitingForMe?: boolean;
}

/**
 * How one call is made.
 *
 * @public
 */
export interface RequestCallOptions {
  /** Ends the call once nobody waits for its answer any more. */
  signal?: AbortSignal;
}

/**
 * Clusters, namespaces and applications that people ask for.
 *
 * All methods throw a `ResponseError` of `@backstage/errors` on failure.
 *
 * @public
 */
export interface EksFleetRequestsApi {
  listRequests(query?: RequestQuery): Promise<FleetRequestList>;
  getRequest(id: string): Promise<FleetRequest>;
  getRequestDiff(id: string): Promise<RequestDiff>;
  /** Asks for something; the same `idempotencyKey` makes one request. */
  createRequest(submission: RequestSubmission): Promise<FleetRequest>;
  decideRequest(
    id: string,
    decision: RequestDecisionAsk,
  ): Promise<FleetRequest>;
  commentRequest(id: string, text: string): Promise<FleetRequest>;
  cancelRequest(id: string, comment?: string): Promise<FleetRequest>;
  /** Whether it would be allowed, and what it costs; nothing is kept. */
  preflightRequest(
    ask: RequestAsk,
    options?: RequestCallOptions,
  ): Promise<RequestPreflight>;
  /** The files that would be proposed; nothing is kept. */
  previewRequest(
    ask: RequestAsk,
    options?: RequestCallOptions,
  ): Promise<RequestPreview>;
  /** Clusters that a namespace could be on. */
  placeRequest(
    ask: PlacementAsk,
    options?: RequestCallOptions,
  ): Promise<PlacementList>;
  /** What forms may offer; for nobody in particular without an owner. */
  getRequestOptions(owner?: string): Promise<RequestOptions>;
  /** What Git says of a thing now, by its key. */
  getRequestCurrent(thing: string): Promise<RequestCurrent>;
  listQuotas(owners?: string[]): Promise<RequestQuotaList>;
  listNamespaces(query?: RequestPageQuery): Promise<ProvisionedNamespaceList>;
  /** The same of whatever kind. */
  listThings(query?: RequestPageQuery): Promise<ProvisionedThingList>;
}
