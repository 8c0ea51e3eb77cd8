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

import { fieldProblems, problemAt, problemsBeside } from './requestProblems';

const problems = [
  { field: 'spec.quota.cpuRequests', message: 'must be an amount' },
  { field: 'spec.access[0].principalArn', message: 'must be an ARN' },
  { field: 'owner', message: 'You are not in it.' },
  { field: 'spec.name', message: 'orders-dev is taken.' },
];

describe('what is wrong with fields', () => {
  it.each([
    ['spec.quota.cpuRequests', 'CPU must be an amount'],
    ['spec.quota', 'CPU must be an amount'],
    ['spec.access', 'CPU must be an ARN'],
    ['owner', 'You are not in it.'],
    ['spec.name', 'orders-dev is taken.'],
    ['spec.q', undefined],
    ['spec.quota.cpu', undefined],
  ])('tells at %s', (field, text) => {
    expect(problemAt(problems, field, 'CPU')).toBe(text);
  });

  it('tells beside the fields what none of them is told of', () => {
    expect(
      problemsBeside(problems, ['spec.quota', 'spec.name', 'owner']),
    ).toEqual(['access[0].principalArn must be an ARN']);
  });

  it('marks fields by what is denied, not by what needs an approval', () => {
    const reason = (outcome: 'deny' | 'needsApproval', field?: string) => ({
      code: 'c',
      outcome,
      field,
      message: 'There is none left.',
    });
    expect(
      fieldProblems({
        problems: [problems[2]],
        verdict: {
          outcome: 'deny',
          reasons: [
            reason('deny', 'quota.pods'),
            reason('needsApproval', 'quota'),
            reason('deny'),
          ],
        },
      }),
    ).toEqual([
      problems[2],
      { field: 'spec.quota.pods', message: 'There is none left.' },
    ]);
    expect(fieldProblems(undefined)).toEqual([]);
  });
});
