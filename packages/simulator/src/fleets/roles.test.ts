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

import { matchesAction } from '../aws/authorize';
import { accountService } from '../services/account';
import { cloudwatchService } from '../services/cloudwatch';
import { ec2Service } from '../services/ec2';
import { eksService } from '../services/eks';
import { securityHubService } from '../services/securityHub';
import { zonalShiftService } from '../services/zonalShift';
import { readerRole } from './roles';

/** Discovery has the tags from `DescribeCluster`. */
const UNUSED_READS = ['eks:ListTagsForResource'];

describe('the reader role', () => {
  const actions = [
    accountService,
    cloudwatchService,
    ec2Service,
    eksService,
    securityHubService,
    zonalShiftService,
  ].flatMap(({ operations }) =>
    Object.values(operations).flatMap(({ action }) => action ?? []),
  );

  it.each(actions)('is rightly allowed, or rightly not: %s', action => {
    const isRead =
      /^[\w-]+:(List|Describe|Get)/.test(action) &&
      !UNUSED_READS.includes(action);
    expect(matchesAction(readerRole().allow, action)).toBe(isRead);
  });

  it('names each action, and none that does nothing', () => {
    expect(
      readerRole().allow.filter(allowed => !actions.includes(allowed)),
    ).toEqual(['sts:AssumeRole']);
  });
});
