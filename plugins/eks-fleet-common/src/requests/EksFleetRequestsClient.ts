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

/* eslint-disable new-cap -- openapi-fetch names its methods so */
import {
  createReader,
  type EksFleetClientOptions,
  type Reader,
} from '../api/createReader';
import { toFilterParameter } from '../api/toFilterParameter';
import type {
  EksFleetRequestsApi,
  RequestCallOptions,
  RequestPageQuery,
  RequestQuery,
} from './EksFleetRequestsApi';
import type {
  PlacementAsk,
  RequestAsk,
  RequestDecisionAsk,
  RequestSubmission,
} from './requestTypes';

/**
 * {@link EksFleetRequestsApi} over HTTP.
 *
 * @public
 */
export class EksFleetRequestsClient implements EksFleetRequestsApi {
  readonly #read: Reader;

  constructor(options: EksFleetClientOptions) {
    this.#read = createReader(options);
  }

  async listRequests({ filter, ...query }: RequestQuery = {}) {
    return this.#read(client =>
      client.GET('/requests', {
        params: { query: { ...query, filter: toFilterParameter(filter) } },
      }),
    );
  }

  async getRequest(request: string) {
    return this.#read(client =>
      client.GET('/requests/{request}', { params: { path: { request } } }),
    );
  }

  async getRequestDiff(request: string) {
    return this.#read(client =>
      client.GET('/requests/{request}/diff', { params: { path: { request } } }),
    );
  }

  async createRequest(body: RequestSubmission) {
    return this.#read(client => client.POST('/requests', { body }));
  }

  async decideRequest(request: string, body: RequestDecisionAsk) {
    return this.#read(client =>
      client.POST('/requests/{request}/decisions', {
        params: { path: { request } },
        body,
      }),
    );
  }

  async commentRequest(request: string, text: string) {
    return this.#read(client =>
      client.POST('/requests/{request}/comments', {
        params: { path: { request } },
        body: { text },
      }),
    );
  }

  async cancelRequest(request: string, comment?: string) {
    return this.#read(client =>
      client.POST('/requests/{request}/cancel', {
        params: { path: { request } },
        body: { comment },
      }),
    );
  }

  async preflightRequest(
    body: RequestAsk,
    { signal }: RequestCallOptions = {},
  ) {
    return this.#read(client =>
      client.POST('/requests/preflight', { body, signal }),
    );
  }

  async previewRequest(body: RequestAsk, { signal }: RequestCallOptions = {}) {
    return this.#read(client =>
      client.POST('/requests/preview', { body, signal }),
    );
  }

  async placeRequest(body: PlacementAsk, { signal }: RequestCallOptions = {}) {
    return this.#read(client =>
      client.POST('/requests/placement', { body, signal }),
    );
  }

  async getRequestOptions(owner?: string) {
    return this.#read(client =>
      client.GET('/requests/options', { params: { query: { owner } } }),
    );
  }

  async getRequestCurrent(thing: string) {
    return this.#read(client =>
      client.GET('/requests/current', { params: { query: { thing } } }),
    );
  }

  async listQuotas(owner?: string[]) {
    return this.#read(client =>
      client.GET('/quotas', { params: { query: { owner } } }),
    );
  }

  async listNamespaces({ filter, ...query }: RequestPageQuery = {}) {
    return this.#read(client =>
      client.GET('/namespaces', {
        params: { query: { ...query, filter: toFilterParameter(filter) } },
      }),
    );
  }

  async listThings({ filter, ...query }: RequestPageQuery = {}) {
    return this.#read(client =>
      client.GET('/requests/things', {
        params: { query: { ...query, filter: toFilterParameter(filter) } },
      }),
    );
  }
}
