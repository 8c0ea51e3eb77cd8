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

import { matchesAction } from './authorize';

describe('matchesAction', () => {
  it.each([
    [['eks:DescribeCluster'], 'eks:DescribeCluster', true],
    [['eks:Describe*'], 'eks:DescribeCluster', true],
    [['EKS:describe*'], 'eks:DescribeCluster', true],
    [['*'], 'eks:DescribeCluster', true],
    [['eks:List*', 'ec2:*'], 'ec2:DescribeRegions', true],
    [['eks:Describe'], 'eks:DescribeCluster', false],
    [['eks.*'], 'eks:DescribeCluster', false],
    [['s:*'], 'eks:DescribeCluster', false],
    [[], 'eks:DescribeCluster', false],
  ])('%j on %s is %s', (patterns, action, expected) => {
    expect(matchesAction(patterns, action)).toBe(expected);
  });
});
