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

import type { Clock } from '../clock';
import type { CloudModel } from '../model';
import type { ClusterConnection } from '../kubernetes/startKubernetesServer';
import type { Account, Cluster } from '../model/types';
import type { CredentialStore, Principal } from './CredentialStore';
import type { PageTokens } from './PageTokens';
import type { Protocol } from './protocols';

export type ServiceName =
  | 'eks'
  | 'sts'
  | 'organizations'
  | 'account'
  | 'ec2'
  | 'monitoring'
  | 'arc-zonal-shift'
  | 'securityhub';

/** One HTTP request, read to its end. */
export interface HttpRequest {
  method: string;
  /** As sent, without decoding. */
  path: string;
  /** As sent, without `?`. */
  query: string;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: Buffer;
}

/** Which operation a request asks for, and about what. */
export interface ServiceCall {
  operation: string;
  parameters: Record<string, unknown>;
  /** The account that the call is about, where that is not the caller's. */
  accountId?: string;
  cluster?: string;
  /** Present on every page but the first. */
  pageToken?: string;
}

/** What an operation has at hand. */
export interface CallContext {
  call: ServiceCall;
  caller: Principal;
  /** The caller's account. */
  account: Account;
  region: string;
  model: CloudModel;
  clock: Clock;
  credentials: CredentialStore;
  pageTokens: PageTokens;
  /** Where Kubernetes API endpoints are, and how they are proven. */
  kubernetes: { connectionOf(cluster: Cluster): ClusterConnection };
}

export interface Operation {
  /** The IAM action; left out where everybody may call. */
  action?: string;
  /** The ARN that a denial names. */
  resource?(context: CallContext): string;
  handle(context: CallContext): unknown;
}

export interface AwsService {
  name: ServiceName;
  protocol: Protocol;
  /** Signatures for another Region are refused. */
  homeRegionOnly?: boolean;
  resolve(request: HttpRequest): ServiceCall;
  operations: Record<string, Operation>;
}
