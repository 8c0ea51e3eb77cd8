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
import { readPlanningConfig } from './readPlanningConfig';
import { shippedStrategies } from './shippedStrategies';
import { strategySchema } from './strategySchema';

const README = readFileSync(resolve(__dirname, '../../../README.md'), 'utf8');

describe('the README', () => {
  it('shows a strategy that is accepted as it stands', () => {
    const block = [...README.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
      .map(match => match[1])
      .find(text => text.includes('strategies:'));
    const config = mockServices.rootConfig({ data: parse(block ?? '') });
    const { strategies, ...others } = readPlanningConfig(config);
    expect(strategies.map(({ name }) => name)).toEqual(['weekday-mornings']);
    expect(others).toEqual({
      productionEnvironments: ['production', 'prod', 'live'],
      pairLabel: 'pair',
    });
  });

  it('names the strategies that are shipped, which are as they must be', () => {
    const shipped = shippedStrategies(['gold']);
    for (const strategy of shipped) {
      expect(README).toContain(`\`${strategy.name}\``);
      expect(strategySchema.parse(strategy)).toEqual(strategy);
    }
    expect(JSON.stringify(shipped)).toContain('"gold"');
    expect(JSON.stringify(shipped)).not.toContain('"prod"');
  });
});
