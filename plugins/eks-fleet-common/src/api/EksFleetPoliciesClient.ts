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
} from './createReader';
import type {
  EksFleetPoliciesApi,
  ExceptionRequestQuery,
  FindingQuery,
  PolicyEditQuery,
  PolicyPageQuery,
  PolicyQuery,
} from './EksFleetPoliciesApi';
import type {
  ExceptionAsk,
  ExceptionDecision,
  FindingAssignmentRequest,
  IngestTokenRequest,
  PolicyEditAsk,
  PolicyMatrix,
} from './policyTypes';
import { spreadPolicyMatrix } from './spreadPolicyMatrix';
import { toFilterParameter } from './toFilterParameter';

/**
 * {@link EksFleetPoliciesApi} over HTTP.
 *
 * @public
 */
export class EksFleetPoliciesClient implements EksFleetPoliciesApi {
  readonly #read: Reader;

  constructor(options: EksFleetClientOptions) {
    this.#read = createReader(options);
  }

  async getPolicySummary({ filter }: PolicyQuery = {}) {
    return this.#read(client =>
      client.GET('/policies/summary', {
        params: { query: { filter: toFilterParameter(filter) } },
      }),
    );
  }

  async listPolicies({
    limit,
    ...query
  }: PolicyQuery & { limit?: number } = {}) {
    return this.#read(client =>
      client.GET('/policies', {
        params: { query: { ...selectionOf(query), limit } },
      }),
    );
  }

  async getPolicyMatrix({
    by,
    ...query
  }: PolicyQuery & { by?: PolicyMatrix['by'] } = {}) {
    return spreadPolicyMatrix(
      await this.#read(client =>
        client.GET('/policies/matrix', {
          params: { query: { ...selectionOf(query), by } },
        }),
      ),
    );
  }

  async getPolicyTrend({
    filter,
    days,
  }: Pick<PolicyQuery, 'filter'> & { days?: number } = {}) {
    return this.#read(client =>
      client.GET('/policies/trend', {
        params: { query: { filter: toFilterParameter(filter), days } },
      }),
    );
  }

  async getPolicy(policy: string) {
    return this.#read(client =>
      client.GET('/policies/{policy}', { params: { path: { policy } } }),
    );
  }

  async listPolicyClusters(policy: string, query: PolicyPageQuery = {}) {
    return this.#read(client =>
      client.GET('/policies/{policy}/clusters', {
        params: { path: { policy }, query: pageOf(query) },
      }),
    );
  }

  async getClusterPolicies(namespace: string, name: string) {
    return this.#read(client =>
      client.GET('/clusters/by-name/{namespace}/{name}/policies', {
        params: { path: { namespace, name } },
      }),
    );
  }

  async listFindings({ orderField, ...query }: FindingQuery = {}) {
    return this.#read(client =>
      client.GET('/findings', {
        params: { query: { ...pageOf(query), orderField } },
      }),
    );
  }

  async getFindingFacets(facets: string[], query: PolicyQuery = {}) {
    return this.#read(client =>
      client.GET('/findings/facets', {
        params: {
          query: { ...selectionOf(query), facet: facets as never[] },
        },
      }),
    );
  }

  async exportFindings({ orderField, ...query }: FindingQuery = {}) {
    return this.#read<string>(client =>
      client.GET('/findings/csv', {
        params: { query: { ...selectionOf(query), orderField } },
        parseAs: 'text',
      }),
    );
  }

  async getFinding(finding: string) {
    return this.#read(client =>
      client.GET('/findings/{finding}', { params: { path: { finding } } }),
    );
  }

  async assignFinding(finding: string, body: FindingAssignmentRequest) {
    return this.#read(client =>
      client.PUT('/findings/{finding}/assignment', {
        params: { path: { finding } },
        body,
      }),
    );
  }

  async listExceptions(query: PolicyPageQuery = {}) {
    return this.#read(client =>
      client.GET('/exceptions', { params: { query: pageOf(query) } }),
    );
  }

  async previewException(body: ExceptionAsk) {
    return this.#read(client => client.POST('/exceptions/preview', { body }));
  }

  async requestException(body: ExceptionAsk) {
    return this.#read(client => client.POST('/exceptions/requests', { body }));
  }

  async listExceptionRequests({
    mine,
    states,
    waitsForMe,
    ...query
  }: ExceptionRequestQuery = {}) {
    return this.#read(client =>
      client.GET('/exceptions/requests', {
        params: {
          query: {
            ...query,
            state: states,
            requestedBy: mine ? 'me' : undefined,
            waitsFor: waitsForMe ? 'me' : undefined,
          },
        },
      }),
    );
  }

  async getExceptionRequest(request: string) {
    return this.#read(client =>
      client.GET('/exceptions/requests/{request}', {
        params: { path: { request } },
      }),
    );
  }

  async decideExceptionRequest(request: string, body: ExceptionDecision) {
    return this.#read(client =>
      client.POST('/exceptions/requests/{request}/decision', {
        params: { path: { request } },
        body,
      }),
    );
  }

  async cancelExceptionRequest(request: string) {
    return this.#read(client =>
      client.POST('/exceptions/requests/{request}/cancel', {
        params: { path: { request } },
      }),
    );
  }

  async removeException(request: string) {
    return this.#read(client =>
      client.POST('/exceptions/requests/{request}/remove', {
        params: { path: { request } },
      }),
    );
  }

  async getPolicyLayers(query: { policy?: string; cluster?: string } = {}) {
    return this.#read(client =>
      client.GET('/policies/layers', { params: { query } }),
    );
  }

  async previewPolicyEdit(body: PolicyEditAsk) {
    return this.#read(client =>
      client.POST('/policies/edits/preview', { body }),
    );
  }

  async editPolicy(body: PolicyEditAsk) {
    return this.#read(client => client.POST('/policies/edits', { body }));
  }

  async listPolicyEdits({ states, ...query }: PolicyEditQuery = {}) {
    return this.#read(client =>
      client.GET('/policies/edits', {
        params: { query: { ...query, state: states } },
      }),
    );
  }

  async getPolicyEdit(edit: string) {
    return this.#read(client =>
      client.GET('/policies/edits/{edit}', { params: { path: { edit } } }),
    );
  }

  async cancelPolicyEdit(edit: string) {
    return this.#read(client =>
      client.POST('/policies/edits/{edit}/cancel', {
        params: { path: { edit } },
      }),
    );
  }

  async listIngestTokens(namespace: string, name: string) {
    return this.#read(client =>
      client.GET('/clusters/by-name/{namespace}/{name}/ingest-tokens', {
        params: { path: { namespace, name } },
      }),
    );
  }

  async issueIngestToken(
    namespace: string,
    name: string,
    body: IngestTokenRequest,
  ) {
    return this.#read(client =>
      client.POST('/clusters/by-name/{namespace}/{name}/ingest-tokens', {
        params: { path: { namespace, name } },
        body,
      }),
    );
  }

  async revokeIngestToken(namespace: string, name: string, id: string) {
    await this.#read(client =>
      client.DELETE('/clusters/by-name/{namespace}/{name}/ingest-tokens/{id}', {
        params: { path: { namespace, name, id } },
      }),
    );
  }
}

function selectionOf({ filter, fullTextFilterTerm }: PolicyQuery) {
  return {
    filter: toFilterParameter(filter),
    fullTextFilterTerm: fullTextFilterTerm || undefined,
  };
}

function pageOf({ limit, cursor, ...query }: PolicyPageQuery) {
  return { ...selectionOf(query), limit, cursor };
}
