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

import type { AccountClient } from '@aws-sdk/client-account';
import type { EC2Client } from '@aws-sdk/client-ec2';
import type { EKSClient } from '@aws-sdk/client-eks';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SecurityHubClient } from '@aws-sdk/client-securityhub';
import type { STSClient } from '@aws-sdk/client-sts';
import type { CallLimits } from './CallLimiter';

/**
 * @public
 */
export type AwsPartition = 'aws' | 'aws-cn' | 'aws-us-gov';

/**
 * One account in one Region.
 *
 * @public
 */
export interface AwsTarget {
  partition: AwsPartition;
  accountId: string;
  region: string;
}

/**
 * Who calls, as CloudTrail is to name it.
 *
 * @public
 */
export interface AwsRoleSession {
  roleName: string;
  /** Of 2 to 64 letters, digits and `_+=,.@-`. */
  sessionName: string;
  /** Whom it is done for; in the same letters. */
  sourceIdentity: string;
}

/**
 * Traffic that is moved away from an availability zone.
 *
 * @public
 */
export interface ZonalShift {
  /** Of a cluster, or of a load balancer. */
  resourceArn: string;
  /** The zone's id, such as `euw1-az1`. */
  awayFrom: string;
  /** ISO 8601, UTC. */
  expiresAt?: string;
}

/**
 * What became of one attempt of a call.
 *
 * @public
 */
export type AwsCallResult =
  | 'success'
  | 'throttled'
  | 'denied'
  | 'refused'
  | 'serverError'
  | 'unreachable';

/**
 * One attempt of a call, as it is over.
 *
 * @public
 */
export interface AwsCall {
  /** Such as `eks`. */
  service: string;
  /** Such as `DescribeCluster`. */
  operation: string;
  result: AwsCallResult;
  /** How long it waited for its turn. */
  waitedSeconds: number;
}

/**
 * AWS clients that share what must be shared: one credential provider per
 * account, one limiter per account and Region, and a cap over all calls of
 * this process. The clients are the SDK's own; each attempt of each call,
 * retries among them, waits for its turn.
 *
 * The account, its role and its external id come from configuration only
 * (`aws.accounts`, `aws.accountDefaults`).
 *
 * @public
 */
export interface EksFleetAwsService {
  /**
   * How fast EKS and EC2 of a target may be called; 10 a second with a burst
   * of 20 unless told. `off` is for measurements.
   */
  setLimits(target: AwsTarget, limits: CallLimits | 'off'): void;
  /** The role that configuration says to assume in an account, if any. */
  roleArn(account: Omit<AwsTarget, 'region'>): string | undefined;
  /**
   * Who assumes the accounts' roles, by STS `GetCallerIdentity`; `undefined`
   * where that cannot be told.
   */
  callerArn(): Promise<string | undefined>;
  eks(target: AwsTarget): EKSClient;
  /**
   * Calls of EKS with a role of their own in the target's account, which the
   * portal's base credentials assume for this once. A call is made once: what
   * gave no answer is not repeated.
   */
  eksAs(target: AwsTarget, session: AwsRoleSession): EKSClient;
  ec2(target: AwsTarget): EC2Client;
  /** Objects; `region` is the bucket's. */
  s3(target: AwsTarget): S3Client;
  sts(target: AwsTarget): STSClient;
  /** Account management; `region` is any enabled Region of the account. */
  account(target: AwsTarget): AccountClient;
  /** AWS Organizations, in the partition's home Region. */
  organizations(account: Omit<AwsTarget, 'region'>): OrganizationsClient;
  /**
   * Security Hub CSPM; `region` is the aggregation Region. Never asked faster
   * than the 3 calls a second, with a burst of 6, that `GetFindings` allows.
   */
  securityHub(target: AwsTarget): SecurityHubClient;
  /**
   * ARC zonal shift `ListZonalShifts` of a target: those that are active.
   *
   * @throws what kept it, as the SDK's clients do
   */
  listZonalShifts(
    target: AwsTarget,
    signal?: AbortSignal,
  ): Promise<ZonalShift[]>;
  /**
   * Lets somebody count calls. Whoever asks first is told, of all of this
   * process, so that nothing is counted twice. Left out where nobody can.
   */
  onCall?(listener: (call: AwsCall) => void): void;
}
