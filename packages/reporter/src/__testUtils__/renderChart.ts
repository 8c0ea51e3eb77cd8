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

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** The chart's folder. */
export const CHART = resolve(
  __dirname,
  '../../../../gitops/charts/fleet-reporter',
);

/** A file of the chart, as YAML. */
export function readChartFile(name: string): any {
  return parse(readFileSync(join(CHART, name), 'utf8'));
}

/**
 * The chart's objects by kind. Its templates are YAML in which only values are
 * put in, and lines left out that a value switches off, so that nothing else
 * than this is needed to render them.
 */
export function renderChart(
  values: Record<string, any>,
  release = { Name: 'fleet-reporter', Namespace: 'eks-fleet' },
): Record<string, any> {
  const defaults = readChartFile('values.yaml');
  const { image, resources } = defaults;
  const scope = {
    Values: {
      ...defaults,
      ...values,
      image: { ...image, ...values.image },
      resources: { ...resources, ...values.resources },
    },
    Release: release,
    Chart: { AppVersion: readChartFile('Chart.yaml').appVersion },
  };
  const folder = join(CHART, 'templates');
  const objects = readdirSync(folder).map(name => {
    const valueAt = (path: string) =>
      path.split('.').reduce<any>((object, key) => object[key], scope);
    const text = readFileSync(join(folder, name), 'utf8')
      .replace(
        /\{\{- if \.([\w.]+) \}\}\n([\s\S]*?)\{\{- end \}\}\n/g,
        (_, path: string, lines: string) => (valueAt(path) ? lines : ''),
      )
      .replace(/\{\{ \.([\w.]+) \}\}/g, (_, path: string) => {
        const value = valueAt(path);
        if (typeof value !== 'string' && typeof value !== 'boolean') {
          throw new Error(`${name}: ${path} is no text`);
        }
        return String(value);
      });
    if (text.includes('{{')) {
      throw new Error(`${name} does more than put values in`);
    }
    return parse(text);
  });
  return Object.fromEntries(objects.map(object => [object.kind, object]));
}
