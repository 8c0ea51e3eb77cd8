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

import type { Target } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** An IAM policy document. */
export interface PolicyDocument {
  Version: '2012-10-17';
  Statement: PolicyStatement[];
}

export interface PolicyStatement {
  Sid?: string;
  Effect: 'Allow';
  Principal?: { AWS: string };
  Action: string[];
  Resource?: string | string[];
}

type PolicySubject = Pick<
  Target,
  'kind' | 'roleArn' | 'callerArn' | 'partition' | 'accountId'
>;

const CALLER_PLACEHOLDER = '<ARN of the role that the portal runs as>';

/** Who may assume the role: the trust policy of the role that discovery uses. */
export function trustPolicy(target: PolicySubject): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: {
          AWS: target.callerArn
            ? principalOf(target.callerArn)
            : CALLER_PLACEHOLDER,
        },
        Action: ['sts:AssumeRole'],
      },
    ],
  };
}

/** What the role has to be allowed to do: only reading. */
export function readerPolicy(target: PolicySubject): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement:
      target.kind === 'organization'
        ? [
            {
              Sid: 'EksFleetOrganization',
              Effect: 'Allow',
              Action: [
                'organizations:ListAccounts',
                'organizations:ListAccountsForParent',
                'organizations:ListOrganizationalUnitsForParent',
              ],
              Resource: '*',
            },
          ]
        : [
            {
              Sid: 'EksFleetDiscovery',
              Effect: 'Allow',
              Action: [
                'eks:ListClusters',
                'eks:DescribeCluster',
                'eks:DescribeClusterVersions',
                'account:ListRegions',
                'ec2:DescribeRegions',
              ],
              Resource: '*',
            },
          ],
  };
}

/** What the portal's own identity has to be allowed to do; none without a role. */
export function callerPolicy(
  target: PolicySubject,
): PolicyDocument | undefined {
  return target.roleArn
    ? {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'EksFleetAssume',
            Effect: 'Allow',
            Action: ['sts:AssumeRole'],
            Resource: target.roleArn,
          },
        ],
      }
    : undefined;
}

/**
 * What a trust policy may name: a role's session is gone within hours, the
 * role behind it stays. The session's ARN does not carry the role's path.
 */
function principalOf(callerArn: string): string {
  const session =
    /^arn:([a-z-]+):sts::(\d{12}):assumed-role\/([^/]+)\/.+$/.exec(callerArn);
  return session
    ? `arn:${session[1]}:iam::${session[2]}:role/${session[3]}`
    : callerArn;
}
