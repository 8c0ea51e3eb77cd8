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

import { mockServices } from '@backstage/backend-test-utils';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { Endpoints } from '../../endpoints/Endpoints';
import { createPolicyGate } from '../../policy/policyGate';
import { strategySchema } from '../strategy/strategySchema';
import { createArgocdGate } from './argocdGate';
import { RolloutGates } from './RolloutGates';
import { shippedGates } from './shippedGates';

const TEXT = readFileSync(
  resolve(__dirname, '../../../../../docs/rollouts-gates.md'),
  'utf8',
);
const [strategyYaml, configYaml] = [
  ...TEXT.matchAll(/^```yaml\n([\s\S]*?)^```$/gm),
].map(match => parse(match[1]));

const none = {} as any;

function allGates(): RolloutGates {
  const gates = new RolloutGates();
  shippedGates({
    readiness: none,
    want: none,
    alarms: none,
    aws: none,
    freezes: [],
    endpoints: Endpoints.fromConfig(
      mockServices.rootConfig({ data: configYaml }),
    ),
  }).forEach(gate => gates.add(gate));
  gates.add(createArgocdGate({ argocd: none, observations: none }));
  gates.add(createPolicyGate({ views: none, want: none }));
  return gates;
}

describe('the documentation of gates', () => {
  const shown = [...strategyYaml.before, ...strategyYaml.after];

  it('shows gates that are accepted as they stand', () => {
    const strategy = {
      name: 'shown',
      waves: [{ name: 'all' }],
      ...strategyYaml,
    };
    expect(strategySchema.parse(strategy)).toEqual(strategy);
    const gates = allGates();
    shown.forEach(gate => expect(() => gates.validate(gate)).not.toThrow());
  });

  it('shows and explains each type that ships', () => {
    const types = [...allGates().types].sort();
    expect(shown.map(({ type }) => type).sort()).toEqual(types);
    types.forEach(type => expect(TEXT).toContain(`\n| \`${type}\``));
  });
});
