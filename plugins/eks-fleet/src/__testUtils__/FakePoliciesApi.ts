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
  ClusterPolicies,
  EksFleetPoliciesApi,
  ExceptionAsk,
  ExceptionDecision,
  ExceptionPreview,
  ExceptionRequest,
  ExceptionRequestQuery,
  FindingAssignmentRequest,
  FindingFacets,
  FindingQuery,
  IngestToken,
  IngestTokenRequest,
  PolicyCluster,
  PolicyDetail,
  PolicyEdit,
  PolicyEditAsk,
  PolicyEditPreview,
  PolicyEditQuery,
  PolicyException,
  PolicyFinding,
  PolicyLayers,
  PolicyMatrix,
  PolicyPageQuery,
  PolicyQuery,
  PolicySummary,
  PolicyTrend,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { aPreview, aRequest } from './exceptionRequests';
import { aLayerSet, anEdit, anEditPreview } from './policyEdits';
import { responseError } from './FakeFleetApi';
import { aToken } from './ingestTokens';
import { paged } from './fakeLists';
import {
  aMatrix,
  aPolicyDetail,
  aPolicySummary,
  clusterPolicies,
} from './policies';

type Method = keyof EksFleetPoliciesApi;

/** Policies in memory that are filtered and paged as the backend does. */
export class FakePoliciesApi implements EksFleetPoliciesApi {
  readonly calls: { method: Method; args: unknown[] }[] = [];
  readonly failures: Partial<Record<Method, Error>> = {};
  matrix: PolicyMatrix = aMatrix();
  summary: PolicySummary = aPolicySummary();
  details: PolicyDetail[] = [aPolicyDetail()];
  clusters: PolicyCluster[] = [];
  trend: PolicyTrend = { points: [] };
  findings: PolicyFinding[] = [];
  exceptions: PolicyException[] = [];
  /** What the backend says of what is asked for. */
  preview: (ask: ExceptionAsk) => ExceptionPreview = () => aPreview();
  requests: ExceptionRequest[] = [];
  layers: PolicyLayers = aLayerSet();
  /** What the backend says of a change that is asked for. */
  editPreview: (ask: PolicyEditAsk) => PolicyEditPreview = () =>
    anEditPreview();
  edits: PolicyEdit[] = [];
  ofCluster: ClusterPolicies = clusterPolicies();
  tokens: IngestToken[] = [];

  async getPolicySummary(query: PolicyQuery = {}) {
    this.#called('getPolicySummary', query);
    return this.summary;
  }

  async listPolicies(query: PolicyQuery & { limit?: number } = {}) {
    this.#called('listPolicies', query);
    const names = query.filter?.name;
    const items = names
      ? this.details.filter(({ name }) => names.includes(name))
      : this.matrix.rows.map(({ policy }) => policy);
    return { items, totalItems: items.length };
  }

  async getPolicyMatrix(query: PolicyQuery & { by?: PolicyMatrix['by'] } = {}) {
    this.#called('getPolicyMatrix', query);
    const text = query.fullTextFilterTerm?.toLocaleLowerCase('en-US') ?? '';
    const { filter = {} } = query;
    return {
      ...this.matrix,
      by: query.by ?? 'cluster',
      rows: this.matrix.rows.filter(
        ({ policy }) =>
          `${policy.title} ${policy.name}`
            .toLocaleLowerCase('en-US')
            .includes(text) &&
          (filter.severity?.includes(policy.severity) ?? true) &&
          (filter.category?.includes(policy.category ?? '') ?? true),
      ),
    };
  }

  async getPolicyTrend(
    query: Pick<PolicyQuery, 'filter'> & { days?: number } = {},
  ) {
    this.#called('getPolicyTrend', query);
    return this.trend;
  }

  async getPolicy(policy: string) {
    this.#called('getPolicy', policy);
    return found(this.details.find(({ id }) => id === policy));
  }

  async listPolicyClusters(policy: string, query: PolicyPageQuery = {}) {
    this.#called('listPolicyClusters', policy, query);
    return {
      ...paged(this.clusters, query),
      totalItems: this.clusters.length,
    };
  }

  async getClusterPolicies(namespace: string, name: string) {
    this.#called('getClusterPolicies', namespace, name);
    return this.ofCluster;
  }

  async listFindings(query: FindingQuery = {}) {
    this.#called('listFindings', query);
    const asked: FindingQuery = query.cursor
      ? JSON.parse(query.cursor).asked
      : query;
    const fitting = this.findings.filter(finding => fits(finding, asked));
    return { ...paged(fitting, query, asked), totalItems: fitting.length };
  }

  async getFindingFacets(facets: string[], query: PolicyQuery = {}) {
    this.#called('getFindingFacets', facets, query);
    const fitting = this.findings.filter(finding => fits(finding, query));
    const answer: FindingFacets['facets'] = {};
    for (const facet of facets) {
      const counts = new Map<string, number>();
      for (const finding of fitting) {
        const value = valuesOf(finding)[facet] ?? '';
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      answer[facet] = [...counts].map(([value, count]) => ({
        value,
        count,
        ...(facet === 'policy' && {
          title: fitting.find(({ policy }) => policy.id === value)?.policy.name,
        }),
      }));
    }
    return { facets: answer };
  }

  async exportFindings(query: FindingQuery = {}) {
    this.#called('exportFindings', query);
    return `policy,resource\r\n${this.findings
      .filter(finding => fits(finding, query))
      .map(({ policy, resource }) => `${policy.name},${resource.name}\r\n`)
      .join('')}`;
  }

  async getFinding(finding: string) {
    this.#called('getFinding', finding);
    return found(
      this.findings.find(({ fingerprint }) => fingerprint === finding),
    );
  }

  async assignFinding(finding: string, request: FindingAssignmentRequest) {
    this.#called('assignFinding', finding, request);
    const { assignee, note } = request;
    const old = found(
      this.findings.find(({ fingerprint }) => fingerprint === finding),
    );
    const next = {
      ...old,
      assignment: assignee
        ? {
            assignee,
            note,
            by: 'user:default/guest',
            at: new Date().toISOString(),
          }
        : undefined,
    };
    this.findings = this.findings.map(other => (other === old ? next : other));
    return next;
  }

  async listExceptions(query: PolicyPageQuery = {}) {
    this.#called('listExceptions', query);
    const { filter = {} } = query;
    const fitting = this.exceptions.filter(
      ({ engine, flags, id, policies, state }) =>
        (filter.id?.includes(id) ?? true) &&
        (filter.state?.includes(state) ?? true) &&
        (filter.engine?.includes(engine) ?? true) &&
        (filter.flag?.some(flag => flags.some(own => own === flag)) ?? true) &&
        (filter.policy?.some(of => policies.some(one => one.id === of)) ??
          true),
    );
    const counts: Record<string, number> = {};
    for (const { state } of this.exceptions) {
      counts[state] = (counts[state] ?? 0) + 1;
    }
    return { ...paged(fitting, query), totalItems: fitting.length, counts };
  }

  async previewException(ask: ExceptionAsk) {
    this.#called('previewException', ask);
    return this.preview(ask);
  }

  async requestException(ask: ExceptionAsk) {
    this.#called('requestException', ask);
    const request = aRequest({ id: 'r-new', reason: ask.reason });
    this.requests = [request, ...this.requests];
    return request;
  }

  async listExceptionRequests(query: ExceptionRequestQuery = {}) {
    this.#called('listExceptionRequests', query);
    const fitting = this.requests.filter(
      ({ clusters, requestedBy, rights, state }) =>
        (query.states?.includes(state) ?? true) &&
        (!query.cluster ||
          clusters.some(({ cluster }) => cluster.arn === query.cluster)) &&
        (!query.mine || requestedBy === 'user:default/guest') &&
        (!query.waitsForMe || rights.decide),
    );
    return { ...paged(fitting, query), totalItems: fitting.length };
  }

  async getExceptionRequest(request: string) {
    this.#called('getExceptionRequest', request);
    return found(this.requests.find(({ id }) => id === request));
  }

  async decideExceptionRequest(request: string, decision: ExceptionDecision) {
    this.#called('decideExceptionRequest', request, decision);
    const { comment, verdict } = decision;
    return this.#become(request, {
      state: verdict === 'approve' ? 'proposed' : 'rejected',
      message:
        verdict === 'approve'
          ? 'The pull request is being opened'
          : 'user:default/guest refused it',
      decision: {
        verdict,
        comment,
        by: 'user:default/guest',
        at: new Date().toISOString(),
      },
      rights: { decide: false, cancel: true, remove: false },
    });
  }

  async cancelExceptionRequest(request: string) {
    this.#called('cancelExceptionRequest', request);
    return this.#become(request, {
      state: 'cancelled',
      message: 'It was taken back',
      rights: { decide: false, cancel: false, remove: false },
    });
  }

  async getPolicyLayers(query: { policy?: string; cluster?: string } = {}) {
    this.#called('getPolicyLayers', query);
    const policy = this.layers.policies.find(name => name === query.policy);
    const name = query.cluster?.split('/').at(-1);
    // The layer of a cluster is listed for whoever asks for that cluster.
    const layers = this.layers.layers.filter(
      ({ kind, value }) => kind !== 'cluster' || value === name,
    );
    return { ...this.layers, layers, policy };
  }

  async previewPolicyEdit(ask: PolicyEditAsk) {
    this.#called('previewPolicyEdit', ask);
    return this.editPreview(ask);
  }

  async editPolicy(ask: PolicyEditAsk) {
    this.#called('editPolicy', ask);
    const edit = anEdit({ id: 'e-new', change: ask.change });
    this.edits = [edit, ...this.edits];
    return edit;
  }

  async listPolicyEdits(query: PolicyEditQuery = {}) {
    this.#called('listPolicyEdits', query);
    const fitting = this.edits.filter(
      ({ policy }) => !query.policy || policy === query.policy,
    );
    return { ...paged(fitting, query), totalItems: fitting.length };
  }

  async getPolicyEdit(edit: string) {
    this.#called('getPolicyEdit', edit);
    return found(this.edits.find(({ id }) => id === edit));
  }

  async cancelPolicyEdit(edit: string) {
    this.#called('cancelPolicyEdit', edit);
    const old = found(this.edits.find(({ id }) => id === edit));
    const next: PolicyEdit = {
      ...old,
      message: 'It is being taken back',
      rights: { cancel: false },
    };
    this.edits = this.edits.map(each => (each === old ? next : each));
    return next;
  }

  async removeException(request: string) {
    this.#called('removeException', request);
    return this.#become(request, {
      endedEarly: { by: 'user:default/guest', at: new Date().toISOString() },
      rights: { decide: false, cancel: false, remove: false },
    });
  }

  async listIngestTokens(namespace: string, name: string) {
    this.#called('listIngestTokens', namespace, name);
    return { items: this.tokens, mostValid: 2, defaultDays: 90, maxDays: 365 };
  }

  async issueIngestToken(
    namespace: string,
    name: string,
    request: IngestTokenRequest,
  ) {
    this.#called('issueIngestToken', namespace, name, request);
    const token = aToken({
      id: `token-${this.tokens.length + 1}`,
      label: request.label,
    });
    this.tokens = [token, ...this.tokens];
    return { ...token, token: 'eksfleet_0000_secret' };
  }

  async revokeIngestToken(namespace: string, name: string, id: string) {
    this.#called('revokeIngestToken', namespace, name, id);
    this.tokens = this.tokens.map(token =>
      token.id === id ? { ...token, state: 'revoked' as const } : token,
    );
  }

  callsOf(method: Method): unknown[][] {
    return this.calls
      .filter(call => call.method === method)
      .map(call => call.args);
  }

  #become(request: string, part: Partial<ExceptionRequest>) {
    const old = found(this.requests.find(({ id }) => id === request));
    const next = { ...old, ...part };
    this.requests = this.requests.map(other => (other === old ? next : other));
    return next;
  }

  #called(method: Method, ...args: unknown[]) {
    this.calls.push({ method, args });
    const failure = this.failures[method];
    if (failure) {
      throw failure;
    }
  }
}

function found<T>(value: T | undefined): T {
  if (!value) {
    throw responseError(404, 'There is no such thing');
  }
  return value;
}

function valuesOf(finding: PolicyFinding): Record<string, string | undefined> {
  const { cluster, owner, policy, resource, result, severity } = finding;
  return {
    severity,
    result,
    policy: policy.id,
    name: policy.name,
    engine: policy.engine,
    category: policy.category,
    cluster: cluster.arn,
    account: cluster.accountId,
    region: cluster.region,
    environment: cluster.environment,
    owner,
    namespace: resource.namespace,
    kind: resource.kind,
    resource: resource.name,
    rule: finding.rule,
    assignee: finding.assignment?.assignee,
    state: finding.resolvedAt ? 'resolved' : 'open',
  };
}

/** What the fake does not tell apart, such as times, fits. */
function fits(finding: PolicyFinding, query: FindingQuery): boolean {
  const values = valuesOf(finding);
  const text = query.fullTextFilterTerm?.toLocaleLowerCase('en-US') ?? '';
  const filter: Record<string, string[]> = {
    state: query.filter?.resolved ? ['resolved'] : ['open'],
    result: ['fail', 'warn', 'error'],
    ...query.filter,
  };
  return (
    `${finding.policy.name} ${finding.resource.name}`
      .toLocaleLowerCase('en-US')
      .includes(text) &&
    Object.entries(filter).every(
      ([key, wanted]) =>
        !Object.hasOwn(values, key) || wanted.includes(values[key] ?? ''),
    )
  );
}
