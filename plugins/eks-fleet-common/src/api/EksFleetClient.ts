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
  BlockerQuery,
  ClusterPageQuery,
  ClusterQuery,
  EksFleetApi,
  ReadinessQuery,
  SourceQuery,
  TargetId,
} from './EksFleetApi';
import type {
  ControlPlaneReport,
  CostReport,
  TargetReport,
  WaiverRequest,
} from './types';
import { toFilterParameter } from './toFilterParameter';

/**
 * {@link EksFleetApi} over HTTP.
 *
 * @public
 */
export class EksFleetClient implements EksFleetApi {
  readonly #read: Reader;

  constructor(options: EksFleetClientOptions) {
    this.#read = createReader(options);
  }

  async listClusters(query: ClusterPageQuery = {}) {
    const { limit, cursor } = query;
    return this.#read(client =>
      client.GET('/clusters', {
        params: { query: { ...toParameters(query), limit, cursor } },
      }),
    );
  }

  async exportClusters(query: ClusterQuery = {}) {
    return this.#read<string>(client =>
      client.GET('/clusters/csv', {
        params: { query: toParameters(query) },
        parseAs: 'text',
      }),
    );
  }

  async getClusterFacets(facet: string[], query: ClusterQuery = {}) {
    const { filter, fullTextFilterTerm } = toParameters(query);
    const { facets } = await this.#read(client =>
      client.GET('/clusters/facets', {
        params: { query: { facet, filter, fullTextFilterTerm } },
      }),
    );
    return facets;
  }

  async getClusterByName(namespace: string, name: string) {
    return this.#read(client =>
      client.GET('/clusters/by-name/{namespace}/{name}', {
        params: { path: { namespace, name } },
      }),
    );
  }

  async getClusterByArn(arn: string) {
    return this.#read(client =>
      client.GET('/clusters/by-arn', { params: { query: { arn } } }),
    );
  }

  async refreshCluster(namespace: string, name: string) {
    await this.#read(client =>
      client.POST('/clusters/by-name/{namespace}/{name}/refresh', {
        params: { path: { namespace, name } },
      }),
    );
  }

  async getRefreshProgress(namespace: string, name: string) {
    return this.#read(client =>
      client.GET('/clusters/by-name/{namespace}/{name}/refresh', {
        params: { path: { namespace, name } },
      }),
    );
  }

  async getBillOfMaterials(namespace: string, name: string) {
    return this.#read(client =>
      client.GET('/clusters/by-name/{namespace}/{name}/bill-of-materials', {
        params: { path: { namespace, name } },
      }),
    );
  }

  async getDrift(namespace: string, name: string) {
    return this.#read(client =>
      client.GET('/clusters/by-name/{namespace}/{name}/drift', {
        params: { path: { namespace, name } },
      }),
    );
  }

  async getReadiness(namespace: string, name: string, target?: string) {
    return this.#read(client =>
      client.GET('/clusters/by-name/{namespace}/{name}/readiness', {
        params: { path: { namespace, name }, query: { target } },
      }),
    );
  }

  async createWaiver(namespace: string, name: string, waiver: WaiverRequest) {
    return this.#read(client =>
      client.POST('/clusters/by-name/{namespace}/{name}/waivers', {
        params: { path: { namespace, name } },
        body: waiver,
      }),
    );
  }

  async endWaiver(namespace: string, name: string, id: string) {
    await this.#read(client =>
      client.DELETE('/clusters/by-name/{namespace}/{name}/waivers/{id}', {
        params: { path: { namespace, name, id } },
      }),
    );
  }

  async listTimeline(
    namespace: string,
    name: string,
    page: { limit?: number; cursor?: string } = {},
  ) {
    return this.#read(client =>
      client.GET('/clusters/by-name/{namespace}/{name}/timeline', {
        params: { path: { namespace, name }, query: page },
      }),
    );
  }

  async listReadiness(query: ReadinessQuery = {}) {
    const { target, verdict, cause, limit, cursor } = query;
    return this.#read(client =>
      client.GET('/readiness', {
        params: {
          query: {
            ...toParameters(query),
            target,
            verdict,
            cause,
            limit,
            cursor,
          },
        },
      }),
    );
  }

  async listBlockers(query: BlockerQuery = {}) {
    const { target, cause } = query;
    const { filter, fullTextFilterTerm } = toParameters(query);
    return this.#read(client =>
      client.GET('/blockers', {
        params: { query: { filter, fullTextFilterTerm, target, cause } },
      }),
    );
  }

  async getCosts(
    query: Omit<ClusterQuery, 'orderField'> & {
      groupBy?: CostReport['groupBy'];
    } = {},
  ) {
    const { groupBy } = query;
    const { filter, fullTextFilterTerm } = toParameters(query);
    return this.#read(client =>
      client.GET('/costs', {
        params: { query: { filter, fullTextFilterTerm, groupBy } },
      }),
    );
  }

  async listTargets() {
    return this.#read(client => client.GET('/targets'));
  }

  async listSources(query: SourceQuery = {}) {
    const { filter, fullTextFilterTerm } = toParameters(query);
    const { limit, cursor } = query;
    return this.#read(client =>
      client.GET('/sources', {
        params: { query: { filter, fullTextFilterTerm, limit, cursor } },
      }),
    );
  }

  async listSystems() {
    return this.#read(client => client.GET('/sources/systems'));
  }

  async refreshTargets(targets?: string[]) {
    await this.#read(client =>
      client.POST('/targets/refresh', { body: { targets } }),
    );
  }

  async acceptRemovals(provider: string, arns: string[]) {
    await this.#read(client =>
      client.POST('/targets/removals/accept', { body: { provider, arns } }),
    );
  }

  async putTarget(id: TargetId, report: TargetReport) {
    await this.#read(client =>
      client.PUT('/targets/{provider}/{account}/{region}', {
        params: {
          path: {
            provider: id.provider,
            account: id.accountId,
            region: id.region,
          },
        },
        body: report,
      }),
    );
  }

  async keepTargets(provider: string, targets: string[]) {
    await this.#read(client =>
      client.PUT('/targets/{provider}', {
        params: { path: { provider } },
        body: { targets },
      }),
    );
  }

  async putControlPlanes(id: TargetId, report: ControlPlaneReport) {
    await this.#read(client =>
      client.PUT('/control-planes/{provider}/{account}/{region}', {
        params: {
          path: {
            provider: id.provider,
            account: id.accountId,
            region: id.region,
          },
        },
        body: report,
      }),
    );
  }

  async listVersions() {
    return this.#read(client => client.GET('/versions'));
  }

  async getSummary() {
    return this.#read(client => client.GET('/summary'));
  }

  async resolveDeepLink(query: {
    arn?: string;
    account?: string;
    region?: string;
    cluster?: string;
  }) {
    return this.#read(client => client.GET('/go', { params: { query } }));
  }
}

function toParameters(query: ClusterQuery) {
  return {
    filter: toFilterParameter(query.filter),
    fullTextFilterTerm: query.fullTextFilterTerm || undefined,
    orderField: query.orderField,
  };
}
