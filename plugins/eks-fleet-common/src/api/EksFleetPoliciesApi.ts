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
  ExceptionAsk,
  ExceptionDecision,
  ExceptionPreview,
  ExceptionRequest,
  ExceptionRequestList,
  ExceptionRequestState,
  FindingAssignmentRequest,
  FindingFacets,
  IngestTokenList,
  IngestTokenRequest,
  IssuedIngestToken,
  PolicyClusterList,
  PolicyDetail,
  PolicyEdit,
  PolicyEditAsk,
  PolicyEditList,
  PolicyEditPreview,
  PolicyEditState,
  PolicyExceptionList,
  PolicyFinding,
  PolicyFindingList,
  PolicyLayers,
  PolicyList,
  PolicyMatrix,
  PolicySummary,
  PolicyTrend,
} from './policyTypes';

/**
 * Which policies and clusters a question is about. Keys are the facets of
 * clusters, `cluster`, `policy`, `name`, `engine`, `category`, `severity` and
 * `mode`.
 *
 * @public
 */
export interface PolicyQuery {
  filter?: Record<string, string[]>;
  fullTextFilterTerm?: string;
}

/**
 * A page of a list about policies.
 *
 * @public
 */
export interface PolicyPageQuery extends PolicyQuery {
  limit?: number;
  cursor?: string;
}

/**
 * Which findings, in which order. Besides those of {@link PolicyQuery}, keys
 * are `result`, `state`, `namespace`, `kind`, `resource`, `assignee`, `due`,
 * `new`, `resolved`, `exception` and `rule`; `owner` is the finding's own.
 *
 * @public
 */
export interface FindingQuery extends PolicyPageQuery {
  orderField?: string;
}

/**
 * Which requests for exceptions, the newest first.
 *
 * @public
 */
export interface ExceptionRequestQuery {
  states?: ExceptionRequestState[];
  /** ARN. */
  cluster?: string;
  /** Only those that the caller asked for. */
  mine?: boolean;
  /** Only those that the caller may decide now. */
  waitsForMe?: boolean;
  limit?: number;
  cursor?: string;
}

/**
 * Which edits of policies, the newest first.
 *
 * @public
 */
export interface PolicyEditQuery {
  /** Name of a policy of the chart. */
  policy?: string;
  states?: PolicyEditState[];
  /** ARN. */
  cluster?: string;
  limit?: number;
  cursor?: string;
}

/**
 * What policy engines say of the clusters of the fleet.
 *
 * @public
 */
export interface EksFleetPoliciesApi {
  getPolicySummary(query?: PolicyQuery): Promise<PolicySummary>;
  listPolicies(query?: PolicyQuery & { limit?: number }): Promise<PolicyList>;
  getPolicyMatrix(
    query?: PolicyQuery & { by?: PolicyMatrix['by'] },
  ): Promise<PolicyMatrix>;
  getPolicyTrend(
    query?: Pick<PolicyQuery, 'filter'> & { days?: number },
  ): Promise<PolicyTrend>;
  /** @param policy - its id */
  getPolicy(policy: string): Promise<PolicyDetail>;
  listPolicyClusters(
    policy: string,
    query?: PolicyPageQuery,
  ): Promise<PolicyClusterList>;
  getClusterPolicies(namespace: string, name: string): Promise<ClusterPolicies>;
  listFindings(query?: FindingQuery): Promise<PolicyFindingList>;
  getFindingFacets(
    facets: string[],
    query?: PolicyQuery,
  ): Promise<FindingFacets>;
  /** CSV with a header line. */
  exportFindings(query?: FindingQuery): Promise<string>;
  /** @param finding - its fingerprint */
  getFinding(finding: string): Promise<PolicyFinding>;
  assignFinding(
    finding: string,
    request: FindingAssignmentRequest,
  ): Promise<PolicyFinding>;
  listExceptions(query?: PolicyPageQuery): Promise<PolicyExceptionList>;
  /** What an exception would be; nothing is kept. */
  previewException(ask: ExceptionAsk): Promise<ExceptionPreview>;
  requestException(ask: ExceptionAsk): Promise<ExceptionRequest>;
  listExceptionRequests(
    query?: ExceptionRequestQuery,
  ): Promise<ExceptionRequestList>;
  getExceptionRequest(request: string): Promise<ExceptionRequest>;
  decideExceptionRequest(
    request: string,
    decision: ExceptionDecision,
  ): Promise<ExceptionRequest>;
  /** Takes one back that is not merged. */
  cancelExceptionRequest(request: string): Promise<ExceptionRequest>;
  /** Ends one early, or proposes its removal again. */
  removeException(request: string): Promise<ExceptionRequest>;
  /**
   * Where the policies of the chart are switched.
   *
   * @param query - the `policy` by its name in the chart, the `cluster` by its ARN
   */
  getPolicyLayers(query?: {
    policy?: string;
    cluster?: string;
  }): Promise<PolicyLayers>;
  /** What switching a policy would change; nothing is kept. */
  previewPolicyEdit(ask: PolicyEditAsk): Promise<PolicyEditPreview>;
  /** Proposes what was looked at as a pull request. */
  editPolicy(ask: PolicyEditAsk): Promise<PolicyEdit>;
  listPolicyEdits(query?: PolicyEditQuery): Promise<PolicyEditList>;
  getPolicyEdit(edit: string): Promise<PolicyEdit>;
  /** Takes one back that is not merged. */
  cancelPolicyEdit(edit: string): Promise<PolicyEdit>;
  /** Tokens by which tools within a cluster push, the newest first. */
  listIngestTokens(namespace: string, name: string): Promise<IngestTokenList>;
  /** Issues one, and tells it this once. */
  issueIngestToken(
    namespace: string,
    name: string,
    request: IngestTokenRequest,
  ): Promise<IssuedIngestToken>;
  revokeIngestToken(namespace: string, name: string, id: string): Promise<void>;
}
