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

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

const ROOT = resolve(__dirname, '../../../..');
const SOURCES = ['eks-fleet-backend', 'catalog-backend-module-eks-fleet'].map(
  name => resolve(ROOT, 'plugins', name, 'src'),
);
const RUNBOOKS =
  'https://github.com/eks-fleet/backstage-eks-fleet/blob/main/docs/runbooks/';
const README = readFileSync(resolve(__dirname, '../../README.md'), 'utf8');

interface Rule {
  alert: string;
  expr: string;
  for: string;
  labels: { severity: string };
  annotations: { summary: string; runbook_url: string };
}

const RULES: Rule[] = parse(
  readFileSync(resolve(ROOT, 'docs/alert-rules.yaml'), 'utf8'),
).groups.flatMap((group: { rules: Rule[] }) => group.rules);

const CODE = SOURCES.flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /(?<!\.test)\.ts$/.test(file))
    .map(file => readFileSync(resolve(folder, file), 'utf8')),
).join('\n');

/** What the code makes, with how it makes it. */
function metricsOfCode(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const pattern = /(\w+)(?:<[^()]*?>)?\(\s*'(eks_fleet\.[a-z_.]+)'/g;
  for (const { 0: match, 1: call, 2: name, index } of CODE.matchAll(pattern)) {
    const options = CODE.slice(index + match.length).split(/\}\s*,?\s*\)/)[0];
    const suffix = options.includes(`unit: 's'`) ? '_seconds' : '';
    const base = name.replaceAll('.', '_') + suffix;
    found.set(
      name,
      {
        createCounter: [`${base}_total`],
        createHistogram: ['_bucket', '_sum', '_count'].map(end => base + end),
      }[call] ?? [base],
    );
  }
  return found;
}

describe('the alert rules', () => {
  const metrics = metricsOfCode();

  it('ask for metrics that the code makes, by the names that Prometheus gives them', () => {
    const there = new Set([...metrics.values()].flat());
    const asked = RULES.flatMap(
      ({ expr }) => expr.match(/\beks_fleet_\w+/g) ?? [],
    );
    expect(asked.length).toBeGreaterThan(RULES.length);
    expect(asked.filter(name => !there.has(name))).toEqual([]);
  });

  it.each(RULES.map(rule => [rule.alert, rule] as const))(
    '%s leads to a runbook that names it and says what to do',
    (alert, { annotations, for: duration, labels }) => {
      expect(['critical', 'warning']).toContain(labels.severity);
      expect(duration).toMatch(/^\d+[mh]$/);
      expect(annotations.runbook_url.startsWith(RUNBOOKS)).toBe(true);
      const name = annotations.runbook_url.slice(RUNBOOKS.length);
      const text = readFileSync(resolve(ROOT, 'docs/runbooks', name), 'utf8');
      expect(text).toContain(`\`${alert}\``);
      expect(text).toMatch(
        /## What it means\n[\s\S]+## What to do\n\n1\. [\s\S]+## And then\n/,
      );
    },
  );

  it('have no runbook besides, and each is in their list', () => {
    const folder = resolve(ROOT, 'docs/runbooks');
    const list = readFileSync(resolve(folder, 'README.md'), 'utf8');
    const files = readdirSync(folder).filter(file => file !== 'README.md');
    const used = new Set(
      RULES.map(({ annotations }) =>
        annotations.runbook_url.slice(RUNBOOKS.length),
      ),
    );
    expect(files.sort()).toEqual([...used].sort());
    files.forEach(file => expect(list).toContain(`](${file})`));
    RULES.forEach(({ alert }) => expect(list).toContain(`\`${alert}\``));
  });

  it('have runbooks whose links and metrics are there', () => {
    const folder = resolve(ROOT, 'docs/runbooks');
    const there = [...metrics.values()].flat().join('\n');
    for (const file of readdirSync(folder)) {
      const text = readFileSync(resolve(folder, file), 'utf8');
      for (const [, link] of text.matchAll(/\]\(([^)#]+)\)/g)) {
        expect({
          file,
          link,
          there: existsSync(resolve(folder, link)),
        }).toEqual({ file, link, there: true });
      }
      for (const [name] of text.matchAll(/\beks_fleet_\w+/g)) {
        expect({ file, name, there: there.includes(name) }).toEqual({
          file,
          name,
          there: true,
        });
      }
    }
  });
});

describe('the README', () => {
  it('lists all metrics that the code makes, and no other', () => {
    const listed = [...README.matchAll(/^\| `(eks_fleet\.[a-z_.]+)`/gm)].map(
      ([, name]) => name,
    );
    expect(listed.sort()).toEqual([...metricsOfCode().keys()].sort());
  });
});
