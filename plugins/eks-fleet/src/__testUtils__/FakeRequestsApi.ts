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
  EksFleetRequestsApi,
  FleetRequest,
  Placement,
  PlacementAsk,
  ProvisionedNamespace,
  RequestAsk,
  RequestCallOptions,
  RequestCurrent,
  RequestDecisionAsk,
  RequestDiff,
  RequestOptions,
  RequestPageQuery,
  RequestPreflight,
  RequestPreview,
  RequestQuery,
  RequestQuota,
  RequestSubmission,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { responseError } from './FakeFleetApi';
import { paged } from './fakeLists';
import {
  aDiff,
  aPlacement,
  aPreflight,
  aPreviewOfRequest,
  aRequest,
  someOptions,
  whatGitSays,
} from './requests';

type Method = keyof EksFleetRequestsApi;

/** Requests in memory that are filtered and decided as the backend does. */
export class FakeRequestsApi implements EksFleetRequestsApi {
  readonly calls: { method: Method; args: unknown[] }[] = [];
  readonly failures: Partial<Record<Method, Error>> = {};
  requests: FleetRequest[] = [];
  quotas: RequestQuota[] = [];
  /** What ends calls of what is being typed, oldest first. */
  readonly signals: AbortSignal[] = [];
  /** Answers wait for it. */
  hold?: Promise<void>;
  namespaces: ProvisionedNamespace[] = [];
  diff: RequestDiff = aDiff();
  options: RequestOptions = someOptions();
  placements: Placement[] = [aPlacement()];
  current: RequestCurrent = whatGitSays();
  /** What the backend says of what is asked for. */
  preflight: (ask: RequestAsk) => RequestPreflight = () => aPreflight();
  preview: (ask: RequestAsk) => RequestPreview = () => aPreviewOfRequest();

  /** What a method was called with, oldest first. */
  callsOf(method: Method): unknown[][] {
    return this.calls
      .filter(call => call.method === method)
      .map(({ args }) => args);
  }

  async listRequests(query: RequestQuery = {}) {
    this.#called('listRequests', query);
    const asked: RequestQuery = query.cursor
      ? JSON.parse(query.cursor).asked
      : query;
    const fitting = this.requests.filter(request => fits(request, asked));
    const active = this.requests.filter(({ isOver }) => !isOver);
    return {
      ...paged(fitting, query, asked),
      totalItems: fitting.length,
      counts: {
        active: active.length,
        mine: active.filter(isMine).length,
        waitingForMe: active.filter(({ rights }) => rights.decide).length,
      },
    };
  }

  async getRequest(id: string) {
    this.#called('getRequest', id);
    return this.#found(id);
  }

  async getRequestDiff(id: string) {
    this.#called('getRequestDiff', id);
    return this.diff;
  }

  async createRequest(submission: RequestSubmission) {
    this.#called('createRequest', submission);
    return aRequest({ id: 'new' });
  }

  async decideRequest(id: string, decision: RequestDecisionAsk) {
    this.#called('decideRequest', id, decision);
    const request = this.#found(id);
    if (request.specHash !== decision.specHash) {
      throw responseError(409, 'It asks for something else by now');
    }
    return request;
  }

  async commentRequest(id: string, text: string) {
    this.#called('commentRequest', id, text);
    const request = this.#found(id);
    request.comments = [
      ...request.comments,
      { by: 'user:default/guest', at: '2026-11-23T12:00:00Z', text },
    ];
    return request;
  }

  async cancelRequest(id: string, comment?: string) {
    this.#called('cancelRequest', id, comment);
    return this.#found(id);
  }

  async preflightRequest(ask: RequestAsk, options: RequestCallOptions = {}) {
    this.#called('preflightRequest', ask);
    await this.#answered(options);
    return this.preflight(ask);
  }

  async previewRequest(ask: RequestAsk, options: RequestCallOptions = {}) {
    this.#called('previewRequest', ask);
    await this.#answered(options);
    return this.preview(ask);
  }

  async placeRequest(ask: PlacementAsk) {
    this.#called('placeRequest', ask);
    return { items: this.placements };
  }

  async getRequestOptions(owner?: string) {
    this.#called('getRequestOptions', owner);
    return this.options;
  }

  async getRequestCurrent(thing: string) {
    this.#called('getRequestCurrent', thing);
    return this.current;
  }

  async listQuotas(owners?: string[]) {
    this.#called('listQuotas', owners);
    return { items: this.quotas };
  }

  async listNamespaces(query: RequestPageQuery = {}) {
    this.#called('listNamespaces', query);
    const { cluster } = query.filter ?? {};
    const fitting = this.namespaces.filter(
      each => cluster?.includes(each.cluster.arn ?? '') ?? true,
    );
    return { ...paged(fitting, query), totalItems: fitting.length };
  }

  async listThings(query: RequestPageQuery = {}) {
    this.#called('listThings', query);
    const { namespaces } = this;
    return { ...paged(namespaces, query), totalItems: namespaces.length };
  }

  /** Waits for {@link FakeRequestsApi.hold}, unless nobody waits for it any more. */
  async #answered({ signal }: RequestCallOptions) {
    if (signal) {
      this.signals.push(signal);
    }
    await this.hold;
    signal?.throwIfAborted();
  }

  #found(id: string): FleetRequest {
    const request = this.requests.find(each => each.id === id);
    if (!request) {
      throw responseError(404, `No request ${id}`);
    }
    return request;
  }

  #called(method: Method, ...args: unknown[]) {
    this.calls.push({ method, args });
    const failure = this.failures[method];
    if (failure) {
      throw failure;
    }
  }
}

function isMine({ requestedBy }: FleetRequest): boolean {
  return requestedBy === 'user:default/guest';
}

function fits(request: FleetRequest, query: RequestQuery): boolean {
  const { filter = {}, fullTextFilterTerm = '', mine, waitingForMe } = query;
  const values: Record<string, string | undefined> = {
    state: request.state,
    kind: request.kind,
    operation: request.operation,
    owner: request.owner,
    active: String(!request.isOver),
    cluster: request.cluster?.arn,
    thing: request.thing.key,
  };
  return (
    (!mine || isMine(request)) &&
    (!waitingForMe || request.rights.decide) &&
    `${request.title} ${request.reason}`.includes(fullTextFilterTerm) &&
    Object.entries(filter).every(([key, wanted]) =>
      wanted.includes(values[key] ?? ''),
    )
  );
}

/** One request, as {@link aRequest} has it. */
export function someRequests(): FakeRequestsApi {
  const api = new FakeRequestsApi();
  api.requests = [aRequest()];
  return api;
}
