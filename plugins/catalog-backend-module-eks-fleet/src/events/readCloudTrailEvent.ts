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

import { parseClusterArn } from '@eks-fleet/backstage-plugin-eks-fleet-common';

const CLUSTER_NAME = /^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/;

/** Where to look after an EKS call that CloudTrail saw. */
export interface CloudTrailEvent {
  accountId: string;
  region: string;
  clusterName: string;
}

/**
 * Reads an `AWS API Call via CloudTrail` event of EKS as EventBridge sends it.
 * Account and Region are the envelope's, which EventBridge sets itself.
 *
 * @returns `undefined` for whatever is no such event of one cluster
 */
export function readCloudTrailEvent(
  payload: unknown,
): CloudTrailEvent | undefined {
  const envelope = asRecord(payload);
  const detail = asRecord(envelope.detail);
  if (
    envelope['detail-type'] !== 'AWS API Call via CloudTrail' ||
    detail.eventSource !== 'eks.amazonaws.com' ||
    detail.readOnly === true
  ) {
    return undefined;
  }
  const request = asRecord(detail.requestParameters);
  const { account, region } = envelope;
  // Tagging names its cluster by ARN, which must agree with the envelope.
  const tagged =
    typeof request.resourceArn === 'string'
      ? parseClusterArn(request.resourceArn)
      : undefined;
  const clusterName = [
    request.clusterName,
    request.name,
    tagged?.accountId === account && tagged?.region === region
      ? tagged?.clusterName
      : undefined,
  ].find(
    (name): name is string =>
      typeof name === 'string' && CLUSTER_NAME.test(name),
  );
  if (
    !clusterName ||
    typeof account !== 'string' ||
    !/^\d{12}$/.test(account) ||
    typeof region !== 'string' ||
    !/^[a-z0-9-]{1,40}$/.test(region)
  ) {
    return undefined;
  }
  return { accountId: account, region, clusterName };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}
