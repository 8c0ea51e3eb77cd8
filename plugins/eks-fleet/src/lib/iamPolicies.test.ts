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

import { aTarget } from '../__testUtils__/fleet';
import { callerPolicy, readerPolicy, trustPolicy } from './iamPolicies';

describe('trustPolicy', () => {
  it.each([
    [
      'arn:aws:sts::999988887777:assumed-role/backstage/i-0abc',
      'arn:aws:iam::999988887777:role/backstage',
    ],
    [
      'arn:aws-cn:sts::999988887777:assumed-role/backstage/pod',
      'arn:aws-cn:iam::999988887777:role/backstage',
    ],
    [
      'arn:aws:iam::999988887777:role/path/backstage',
      'arn:aws:iam::999988887777:role/path/backstage',
    ],
    [undefined, '<ARN of the role that the portal runs as>'],
  ])('lets %s in as %s', (callerArn, principal) => {
    expect(trustPolicy(aTarget({ callerArn })).Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { AWS: principal },
        Action: ['sts:AssumeRole'],
      },
    ]);
  });
});

describe('readerPolicy', () => {
  it.each([
    ['region' as const, 'eks:DescribeCluster'],
    ['account' as const, 'account:ListRegions'],
    ['organization' as const, 'organizations:ListAccounts'],
  ])('lets a %s be read', (kind, action) => {
    const [statement] = readerPolicy(aTarget({ kind })).Statement;
    expect(statement.Action).toContain(action);
  });

  it('allows nothing that writes', () => {
    for (const kind of ['region', 'account', 'organization'] as const) {
      for (const { Action } of readerPolicy(aTarget({ kind })).Statement) {
        for (const action of Action) {
          expect(action).toMatch(/:(List|Describe)[A-Za-z]+$/);
        }
      }
    }
  });
});

describe('callerPolicy', () => {
  it('allows the one role to be assumed', () => {
    expect(callerPolicy(aTarget())?.Statement[0].Resource).toBe(
      'arn:aws:iam::111122223333:role/eks-fleet-reader',
    );
    expect(callerPolicy(aTarget({ roleArn: undefined }))).toBeUndefined();
  });
});
