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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChartSchema } from './ChartSchema';

const TEXT = readFileSync(
  join(
    __dirname,
    '../../../../../../gitops/charts/fleet-policies/values.schema.json',
  ),
  'utf8',
);

describe('ChartSchema', () => {
  const schema = ChartSchema.parse(TEXT) as ChartSchema;

  it.each<[string, object[]]>([
    ['no-latest-tag', [{ name: 'tags', type: 'texts' }]],
    ['removed-apis', [{ name: 'targetVersion', type: 'text' }]],
    ['require-disruption-budget', [{ name: 'minReplicas', type: 'number' }]],
    [
      'require-owner',
      [
        { name: 'labels', type: 'texts' },
        { name: 'workloads', type: 'boolean' },
      ],
    ],
    [
      'require-requests',
      [
        {
          name: 'requests',
          type: 'texts',
          choices: ['cpu', 'memory', 'ephemeral-storage'],
        },
        { name: 'initContainers', type: 'boolean' },
      ],
    ],
    ['no-blocking-budget', []],
    ['nothing', []],
    ['constructor', []],
  ])('knows what of %s can be set', (policy, expected) => {
    expect(schema.parametersOf(policy)).toEqual(expected);
  });

  it('says what is refused, and where', () => {
    expect(
      schema.problemsOf({
        engine: 'opa',
        policies: { x: {} },
        exceptions: {},
        kyverno: { failurePolicy: 'Ignore', exceptionNamespace: '' },
        gatekeeper: { failurePolicy: 'Ignore', constraints: true },
      }),
    ).toEqual([
      { pointer: '/engine', message: 'must be one of kyverno, gatekeeper' },
      { pointer: '/policies', message: 'must not have "x"' },
    ]);
  });

  it.each([
    ['no JSON', '{'],
    ['no schema', '{"type": "nothing"}'],
    ['a reference that leads elsewhere', '{"$ref": "https://example.com/s"}'],
    ['too long', ' '.repeat(600_000)],
  ])('is none by %s', (_, text) => {
    expect(typeof ChartSchema.parse(text)).toBe('string');
  });
});
